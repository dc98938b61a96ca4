const _: () = {
    use ::connector_core::__private as __core;
    const __CREDENTIAL_USER: __core::PlacedCredential<Secret> = __core::placed_credential::<
        Secret,
    >("user", "The user: Settings, Keys.");
    const __CREDENTIAL_PASSWORD: __core::PlacedCredential<Secret> = __core::placed_credential::<
        Secret,
    >("password", "The password: Settings, Keys.");
    const __CREDENTIAL_PARTNER: __core::PlacedCredential<Option<Secret>> = __core::placed_credential::<
        Option<Secret>,
    >("partner", "The partner: Settings, Partner.");
    const __CREDENTIAL_CERTIFICATE: __core::DeclaredCredential<Pem> = __core::credential::<
        Pem,
    >("certificate", "The certificate: Settings, Security.");
    const __CREDENTIAL_KEY: __core::DeclaredCredential<Pem> = __core::credential::<
        Pem,
    >("key", "Its key, from the same page.");
    #[automatically_derived]
    impl __core::Auth for Partner {
        const SCHEME: &'static __core::str = "basic, and a certificate";
        const FIELDS: &'static [__core::CredentialField] = &[
            __CREDENTIAL_USER.field,
            __CREDENTIAL_PASSWORD.field,
            __CREDENTIAL_PARTNER.field,
            __CREDENTIAL_CERTIFICATE.field,
            __CREDENTIAL_KEY.field,
        ];
        const HEADERS: &'static [&'static __core::str] = &[
            "authorization",
            "authorization",
            "partner",
        ];
        fn from_fields(
            __fields: &mut __core::CredentialFields,
        ) -> __core::Result<Self, __core::CredentialsError> {
            __core::Ok(Self {
                user: (__CREDENTIAL_USER.take)(__fields, "user")?,
                password: (__CREDENTIAL_PASSWORD.take)(__fields, "password")?,
                partner: (__CREDENTIAL_PARTNER.take)(__fields, "partner")?,
                certificate: (__CREDENTIAL_CERTIFICATE.take)(__fields, "certificate")?,
                key: (__CREDENTIAL_KEY.take)(__fields, "key")?,
            })
        }
        fn authorize(
            &self,
            __request: &mut __core::HttpRequest,
            __occasion: &__core::Occasion<'_>,
        ) -> __core::Result<(), __core::BuildError> {
            __core::header_credential(
                __request,
                const { __core::HeaderName::from_static("partner") },
                "P ",
                (
                    "partner",
                    (__CREDENTIAL_PARTNER.chosen)(&self.partner, __occasion, "partner")?,
                ),
            )?;
            __core::basic_credentials(
                __request,
                ("user", (__CREDENTIAL_USER.chosen)(&self.user, __occasion, "user")?),
                (
                    "password",
                    (__CREDENTIAL_PASSWORD
                        .chosen)(&self.password, __occasion, "password")?,
                )
                    .1,
            )?;
            __core::Ok(())
        }
        fn client_identity(&self) -> __core::Option<__core::ClientIdentity> {
            __core::Some(__core::ClientIdentity {
                certificates: __core::pem::<Pem>(&self.certificate),
                private_key: __core::pem::<Pem>(&self.key),
            })
        }
    }
};
