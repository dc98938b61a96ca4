const _: () = {
    use ::connector_core::__private as __core;
    #[automatically_derived]
    impl __core::Auth for MerchantAuthentication {
        const SCHEME: &'static ::core::primitive::str = "signature";
        const FIELDS: &'static [__core::CredentialField] = &[
            __core::CredentialField {
                name: "name",
                description: "The API login ID: Account, Settings, API Credentials and Keys.",
            },
            __core::CredentialField {
                name: "transaction_key",
                description: "The transaction key, from the same page.",
            },
        ];
        fn from_fields(
            __fields: &mut __core::CredentialFields,
        ) -> ::core::result::Result<Self, __core::CredentialsError> {
            ::core::result::Result::Ok(Self {
                name: __core::credential::<Secret>(__fields, "name")?,
                transaction_key: __core::credential::<
                    Secret,
                >(__fields, "transaction_key")?,
            })
        }
        fn authorize(
            &self,
            __request: &mut __core::HttpRequest,
        ) -> ::core::result::Result<(), __core::BuildError> {
            sign(self, __request)
        }
    }
};
