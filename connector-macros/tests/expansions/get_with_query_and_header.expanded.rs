const _: () = {
    use ::connector_core::__private::{self as __core, Made as _};
    type __Flow = __core::KnownAs<{ __core::carries_out::<Acme, RSync>() }, RSync>;
    const _: () = (__core::is_whole::<Acme, __Flow>)();
    (__core::filled_once)(__core::ByHand::<RSyncRequest<'static>, __Flow>::MADE);
    const _: () = (__core::orders_as_asked::<Acme, __Flow>)(false, true, &[]);
    #[automatically_derived]
    impl __core::Integration<RSync> for Acme
    where
        __Flow:,
    {
        const DECLARATION: __core::FlowDeclaration<RSync> = __core::FlowDeclaration {
            method: &__core::Method::GET,
            url: __core::template(
                "/refunds/{refund_id}",
                &[__core::Literal("/refunds/"), __core::Value("refund_id")],
                "",
            ),
            places: &[
                __core::place("refund_id", "path", "request.connector_refund_id"),
                __core::place("payment", "query", "request.connector_transaction_id"),
                __core::place("acme-account", "header", "auth.account"),
            ],
            ..__core::declared::<Refund, RSync>()
        };
        fn encode(
            __data: &__core::RouterData<RSync>,
            __auth: &<Acme as __core::Connector>::Auth,
            __to: &mut __core::Encoder,
        ) {
            let __core::Some(__0) = __core::Source(
                    &__data.request.connector_refund_id,
                    "request.connector_refund_id",
                )
                .fill::<&'_ RefundId>(__to) else { return };
            let __core::Some(__1) = __core::Source(
                    &__data.request.connector_transaction_id,
                    "request.connector_transaction_id",
                )
                .fill::<Option<&'_ PaymentId>>(__to) else { return };
            let __core::Some(__2) = __core::Source(&__auth.account, "auth.account")
                .fill::<&'_ Account>(__to) else { return };
            let __asked = RSyncRequest {
                refund_id: __0,
                payment_id: __1,
                account: __2,
            };
            __core::FlowRequest::encode(&__asked, __to);
        }
    }
    #[automatically_derived]
    impl<'a> __core::FlowRequest for RSyncRequest<'a> {
        fn encode(&self, __to: &mut __core::Encoder) {
            __core::path(__to, &[__core::segment::<&'a RefundId>(&self.refund_id)]);
            __core::query::<Option<&'a PaymentId>>(__to, "payment", &self.payment_id);
            __core::header::<&'a Account>(__to, "acme-account", &self.account);
        }
    }
};
