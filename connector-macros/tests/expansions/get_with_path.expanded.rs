const _: () = {
    use ::connector_core::__private::{self as __core, Made as _};
    type __Flow = __core::KnownAs<{ __core::carries_out::<Stripe, PSync>() }, PSync>;
    const _: () = (__core::is_whole::<Stripe, __Flow>)();
    (__core::filled_once)(__core::ByHand::<PSyncRequest<'static>, __Flow>::MADE);
    const _: () = (__core::orders_as_asked::<Stripe, __Flow>)(false, true, &[]);
    #[automatically_derived]
    impl __core::Integration<PSync> for Stripe
    where
        __Flow:,
    {
        const DECLARATION: __core::FlowDeclaration<PSync> = __core::FlowDeclaration {
            method: &__core::Method::GET,
            url: __core::template(
                "/v1/payment_intents/{payment_id}?expand[]=latest_charge",
                &[__core::Literal("/v1/payment_intents/"), __core::Value("payment_id")],
                "expand%5B%5D=latest_charge",
            ),
            places: &[
                __core::place("payment_id", "path", "request.connector_transaction_id"),
            ],
            ..__core::declared::<PaymentIntent, PSync>()
        };
        fn encode(
            __data: &__core::RouterData<PSync>,
            __auth: &<Stripe as __core::Connector>::Auth,
            __to: &mut __core::Encoder,
        ) {
            let __core::Some(__0) = __core::Source(
                    &__data.request.connector_transaction_id,
                    "request.connector_transaction_id",
                )
                .fill::<&'_ PaymentId>(__to) else { return };
            let __asked = PSyncRequest { payment_id: __0 };
            __core::FlowRequest::encode(&__asked, __to);
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for PSyncRequest<'a> {
        fn encode(&self, __to: &mut __core::Encoder) {
            __core::path(__to, &[__core::segment::<&'a PaymentId>(&self.payment_id)]);
        }
    }
};
