const _: () = {
    use ::connector_core::__private as __core;
    const _: () = __core::is_whole::<Acme, Capture>();
    const _: () = __core::has_an_order_to_excuse::<Capture>();
    #[automatically_derived]
    impl __core::Integration<Capture> for Acme {
        const METHOD: __core::Method = __core::Method::POST;
        const URL: __core::Template = __core::template("(capture_url)", &[], "");
        const PLACES: &'static [__core::Place] = &[
            __core::place("payment_id", "function", "request.connector_transaction_id"),
        ];
        const RESPONSE: __core::Reader<Capture> = __core::reader::<Payment, Capture>();
        const NO_IDEMPOTENCY: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
            "left out here",
        );
        fn encode(
            __data: &__core::RouterData<Capture>,
            __auth: &<Acme as __core::Connector>::Auth,
            __encoder: &mut __core::Encoder,
        ) -> ::core::result::Result<(), __core::BuildError> {
            let __request = CaptureRequest {
                payment_id: __core::Source(
                        &__data.request.connector_transaction_id,
                        "request.connector_transaction_id",
                    )
                    .fill::<&'_ PaymentId>()?,
            };
            __core::FlowRequest::encode(&__request, __encoder)
        }
        const HOOKS: &'static [__core::Hook] = &[
            __core::hook("url", "capture_url"),
            __core::hook("headers", "digest"),
            __core::hook("sign", "sign_capture"),
            __core::hook("preprocess", "decrypted"),
            __core::hook("error", "CaptureProblem"),
        ];
        const BASE_URL: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
            <Acme as __core::Connector>::BASE_URL_NAMES.files,
        );
        const PREPROCESS: ::core::option::Option<
            __core::Preprocess<<Acme as __core::Connector>::Auth>,
        > = ::core::option::Option::Some(decrypted);
        fn sign(
            __auth: &<Acme as __core::Connector>::Auth,
            __request: &mut __core::HttpRequest,
            __occasion: &__core::Occasion<'_>,
        ) -> ::core::result::Result<(), __core::BuildError> {
            __core::authorize_with(__auth, __request, __occasion, sign_capture)
        }
        fn read_error(
            __status: __core::StatusCode,
            __body: &[::core::primitive::u8],
        ) -> __core::Outcome<Capture> {
            __core::decode_error::<CaptureProblem, Capture>(__status, __body)
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for CaptureRequest<'a> {
        fn encode(
            &self,
            __encoder: &mut __core::Encoder,
        ) -> ::core::result::Result<(), __core::BuildError> {
            __core::Encoder::computed(__encoder, self, capture_url)?;
            __core::Encoder::own_headers(__encoder, self, digest)?;
            ::core::result::Result::Ok(())
        }
    }
};
