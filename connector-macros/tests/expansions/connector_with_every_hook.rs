#[derive(Connector)]
#[connector(
    name = "acme",
    base_url = "https://api.acme.test",
    base_urls(files = "https://files.acme.test"),
    test_base_urls(files = "https://files.sandbox.acme.test"),
    auth = BearerAuth,
    error = Problem,
    keys_remembered_for = "24 hours",
    headers("Acme-Version" = "1"),
    headers = dated,
    preprocess = decrypted,
)]
struct Acme;
