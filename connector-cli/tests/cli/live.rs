//! A sandbox in this process, which the binary asks over a real socket.

use connector_sandbox::{Processor, Sandbox};
use tokio::runtime::Runtime;

use crate::run::{Ran, TestFile, run};

#[derive(Debug)]
pub(crate) struct Live {
    pub(crate) sandbox: Sandbox,
    /// Serves in the background for as long as it lives.
    _runtime: Runtime,
}

impl Live {
    pub(crate) fn start() -> Self {
        let runtime = Runtime::new().unwrap();
        let sandbox = runtime.block_on(Sandbox::start()).unwrap();
        Self { sandbox, _runtime: runtime }
    }

    pub(crate) fn credentials(&self, processor: Processor) -> TestFile {
        TestFile::new(self.sandbox.credentials(processor).to_string())
    }

    /// `connectors psync` with these arguments behind the processor's name.
    pub(crate) fn psync(&self, processor: Processor, arguments: &[&str]) -> Ran {
        let file = self.credentials(processor);
        let given = ["psync", processor.name(), "--credentials", file.path()];
        run(&[&given, arguments].concat())
    }
}
