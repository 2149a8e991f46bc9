package org.gongkai.cli.server;

import java.util.OptionalInt;
import org.gongkai.cli.option.WrongUsage;
import picocli.CommandLine.Option;

/** The port on which a command serves the browsers of this machine. */
final class PortOption {

    private static final int LAST = 65_535;

    @Option(names = "--port", paramLabel = "端口", description = "用这个端口（默认：从 8180 起第一个空闲的）")
    private Integer port;

    /**
     * Returns the port; empty for the first free one.
     *
     * @throws WrongUsage if there is no such port
     */
    OptionalInt value() {
        if (port != null && (port < 0 || port > LAST)) {
            throw new WrongUsage("端口要在 0 到 " + LAST + " 之间：" + port);
        }
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
