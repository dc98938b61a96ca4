#[derive(Connector)]
#[connector(
    name = "stripe",
    base_url = "https://api.stripe.com",
    test_base_url = "https://api.test.stripe.com",
    auth = BearerAuth,
    error = StripeError,
    headers("Stripe-Version" = "2023-08-16"),
)]
pub struct Stripe;
