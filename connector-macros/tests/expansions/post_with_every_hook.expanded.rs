const _: () = {
    use ::connector_core::__private::{self as __core, Made as _};
    type __Flow = __core::KnownAs<{ __core::carries_out::<Acme, Capture>() }, Capture>;
    const _: () = (__core::is_whole::<Acme, __Flow>)();
    const _: () = (__core::has_an_order_to_excuse::<__Flow>)();
    (__core::filled_once)(__core::ByHand::<CaptureRequest<'static>, __Flow>::MADE);
    const _: () = (__core::orders_as_asked::<Acme, __Flow>)(true, true, &[]);
    #[automatically_derived]
    impl __core::Integration<Capture> for Acme
    where
        __Flow:,
    {
        const DECLARATION: __core::FlowDeclaration<Capture> = __core::FlowDeclaration {
            method: &__core::Method::POST,
            url: __core::template("(capture_url)", &[], ""),
            places: &[
                __core::place(
                    "payment_id",
                    "function",
                    "request.connector_transaction_id",
                ),
            ],
            no_idempotency: __core::Some("left out here"),
            base_url: __core::Some(<Acme as __core::Connector>::BASE_URL_NAMES.files),
            hooks: &[
                __core::hook("url", "capture_url"),
                __core::hook("headers", "digest"),
                __core::hook("sign", "sign_capture"),
                __core::hook("preprocess", "decrypted"),
                __core::hook("error", "CaptureProblem"),
            ],
            ..__core::declared::<Payment, Capture>()
        };
        fn encode(
            __data: &__core::RouterData<Capture>,
            __auth: &<Acme as __core::Connector>::Auth,
            __to: &mut __core::Encoder,
        ) {
            let __core::Some(__0) = __core::Source(
                    &__data.request.connector_transaction_id,
                    "request.connector_transaction_id",
                )
                .fill::<&'_ PaymentId>(__to) else { return };
            let __asked = CaptureRequest { payment_id: __0 };
            __core::FlowRequest::encode(&__asked, __to);
        }
        const PREPROCESS: __core::Option<
            __core::Preprocess<<Acme as __core::Connector>::Auth>,
        > = __core::preprocessing(decrypted);
        fn sign(
            __auth: &<Acme as __core::Connector>::Auth,
            __request: &mut __core::HttpRequest,
            __occasion: &__core::Occasion<'_>,
        ) -> __core::Result<(), __core::BuildError> {
            __core::authorize_with(__auth, __request, __occasion, sign_capture)
        }
        fn read_error(
            __status: __core::StatusCode,
            __body: &[__core::u8],
        ) -> __core::Outcome<Capture> {
            __core::decode_error::<CaptureProblem, Capture>(__status, __body)
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for CaptureRequest<'a> {
        fn encode(&self, __to: &mut __core::Encoder) {
            __core::Encoder::computed(__to, self, capture_url);
            let _ = digest;
            __core::Encoder::own_headers(__to, self, digest);
        }
    }
};
