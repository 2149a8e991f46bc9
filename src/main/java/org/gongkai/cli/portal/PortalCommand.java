package org.gongkai.cli.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.sites.ListFile;
import org.gongkai.publish.SiteList;
import org.gongkai.publish.SiteList.PortalSettings;
import picocli.CommandLine.Option;

/** A command of a portal: its options, and the list, which it reads first. */
abstract class PortalCommand extends ReportingCommand {

    @Option(names = "--sites", paramLabel = "清单", required = true, description = "站点清单，里面要有“门户”")
    private Path list;

    @Option(names = "--work", paramLabel = "文件夹", required = true, description = "收集到的数据和合成的网页放在哪里；几台机器一起做时，放在都能读写的地方")
    private Path folder;

    @Override
    protected final int run() throws IOException {
        Optional<SiteList> read = ListFile.read(list, terminal);
        if (read.isEmpty()) {
            return 1;
        }
        PortalSettings portal = read.get()
                .portal()
                .orElseThrow(() -> new WrongUsage("站点清单里没有写门户；请写 门户: {名称: 示例市党务公开, 发布到: sites/portal}"));
        return ended(run(read.get(), portal, folder.toAbsolutePath().normalize()));
    }

    /**
     * Does the work of the command.
     *
     * @param work the folder of what was collected and merged
     * @return the exit status
     */
    abstract int run(SiteList sites, PortalSettings portal, Path work) throws IOException;
}
