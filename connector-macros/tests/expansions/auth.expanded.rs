const _: () = {
    use ::connector_core::__private as __core;
    const __CREDENTIAL_NAME: __core::DeclaredCredential<Secret> = __core::credential::<
        Secret,
    >("name", "The API login ID: Account, Settings, API Credentials and Keys.");
    const __CREDENTIAL_TRANSACTION_KEY: __core::DeclaredCredential<Secret> = __core::credential::<
        Secret,
    >("transaction_key", "The transaction key, from the same page.");
    #[automatically_derived]
    impl __core::Auth for MerchantAuthentication {
        const SCHEME: &'static __core::str = "signature";
        const FIELDS: &'static [__core::CredentialField] = &[
            __CREDENTIAL_NAME.field,
            __CREDENTIAL_TRANSACTION_KEY.field,
        ];
        fn from_fields(
            __fields: &mut __core::CredentialFields,
        ) -> __core::Result<Self, __core::CredentialsError> {
            __core::Ok(Self {
                name: (__CREDENTIAL_NAME.take)(__fields, "name")?,
                transaction_key: (__CREDENTIAL_TRANSACTION_KEY
                    .take)(__fields, "transaction_key")?,
            })
        }
        fn authorize(
            &self,
            __request: &mut __core::HttpRequest,
            __occasion: &__core::Occasion<'_>,
        ) -> __core::Result<(), __core::BuildError> {
            __core::authorize_with(self, __request, __occasion, sign)?;
            __core::Ok(())
        }
    }
};
