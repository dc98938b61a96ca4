const _: () = {
    use ::connector_core::__private as __core;
    type __Flow = __core::KnownAs<{ __core::is_flow::<RSync>() }, RSync>;
    #[automatically_derived]
    impl __core::FlowResponse<RSync> for Actions
    where
        __Flow:,
    {
        const STATUSES: &'static [__core::StatusMapping] = __core::list_by_id::<
            Vec<Action>,
            __FlowOfList,
        >()
            .mappings;
        const INTEGRITY: __core::Integrity = __core::list_by_id::<
            Vec<Action>,
            __FlowOfList,
        >()
            .integrity;
        const UNIT: __core::Option<__core::Unit> = __core::list_by_id::<
            Vec<Action>,
            __FlowOfList,
        >()
            .unit;
        const STATUS_BY: __core::Option<__core::StatusBy> = __core::list_by_id::<
            Vec<Action>,
            __FlowOfList,
        >()
            .status_by;
        const BY_ITSELF: __core::Option<&'static __core::str> = __core::list_by_id::<
            Vec<Action>,
            __FlowOfList,
        >()
            .by_itself;
        fn read(
            __body: __core::ResponseBody<'_>,
        ) -> __core::Result<Self, __core::ReadError> {
            __core::Result::map(
                (__core::list_by_id::<Vec<Action>, __FlowOfList>().read)(__body),
                Self,
            )
        }
        fn into_outcome(
            self,
            __data: &__core::RouterData<RSync>,
        ) -> __core::Outcome<RSync> {
            (__core::list_by_id::<Vec<Action>, __FlowOfList>().outcome)(self.0, __data)
        }
    }
    type __FlowOfList = __core::KnownAs<
        { __core::is_list::<Vec<Action>, RSync>() },
        RSync,
    >;
};
