package org.gongkai.cli.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.sites.ListFile;
import org.gongkai.cli.text.Terminal;
import org.gongkai.publish.sites.SiteList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of all commands of a portal. */
@Command
public final class PortalOptions {

    @Option(names = "--sites", paramLabel = "清单", required = true, description = "站点清单，里面要有“门户”")
    private Path list;

    @Option(names = "--work", paramLabel = "文件夹", required = true, description = "收集到的数据和合成的网页放在哪里；几台机器一起做时，放在都能读写的地方")
    private Path work;

    /**
     * Reads the list.
     *
     * @return empty if it has errors, which are printed
     * @throws WrongUsage if it has no portal
     */
    Optional<SiteList> list(Terminal terminal) throws IOException {
        Optional<SiteList> read = ListFile.read(list, terminal);
        if (read.isPresent() && read.get().portal().isEmpty()) {
            throw new WrongUsage("站点清单里没有写门户；请写 门户: {名称: 示例市党务公开, 发布到: sites/portal}");
        }
        return read;
    }

    Path work() {
        return work.toAbsolutePath().normalize();
    }
}
