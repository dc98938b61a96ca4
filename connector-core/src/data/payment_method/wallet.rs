//! Wallets.

use serde::{Deserialize, Serialize};

use crate::secret::Secret;

/// A wallet, with what it gave to the merchant, if anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", rename_all_fields = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Wallet {
    /// Apple Pay.
    ApplePay {
        /// The encrypted payment data, as Apple's device gave it: a JSON object, as text.
        #[serde(serialize_with = "crate::secret::masked")]
        token: Secret,
    },
    /// Google Pay.
    GooglePay {
        /// The token of `tokenizationData`, as Google's device gave it.
        #[serde(serialize_with = "crate::secret::masked")]
        token: Secret,
    },
    /// Samsung Pay.
    SamsungPay {
        /// The payment credential, as Samsung's device gave it.
        #[serde(serialize_with = "crate::secret::masked")]
        token: Secret,
    },
    /// PayPal: the customer goes there and approves.
    #[serde(rename = "paypal")]
    PayPal {},
    /// Alipay: the customer goes there and approves.
    Alipay {},
    /// WeChat Pay: the customer scans a code.
    #[serde(rename = "wechat_pay")]
    WeChatPay {},
    /// Cash App Pay: the customer approves in the app.
    CashApp {},
    /// MB WAY, in Portugal: the customer approves in the app.
    MbWay {},
    /// Vipps and MobilePay, in the Nordic countries: the customer approves in the app.
    VippsMobilePay {},
    /// Twint, in Switzerland: the customer approves in the app.
    Twint {},
}
