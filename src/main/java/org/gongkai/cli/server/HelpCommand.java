package org.gongkai.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cache.CacheHome;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.manual.Manual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code help}: opens the manual. */
@Command(name = "help", description = "打开使用手册：写文稿、查字段和文种、查规则、管网站，都在里面。手册是一个网站，不用联网。")
public final class HelpCommand extends ReportingCommand {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件夹",
            description = "把手册写到这个文件夹，可以放到内部网络上或者刻盘；不打开浏览器")
    private Path output;

    @Option(names = "--no-browser", description = "不打开浏览器，只写出位置")
    private boolean quiet;

    @Override
    protected int run() throws IOException {
        Manual manual = new Manual(
                ProgramRevision.ofProgram().number(), clock, context.shared(), CacheHome.of(context.environment()));
        // A release holds the manual as pages, which need no folder of the user.
        Path shipped = context.java().folder().resolveSibling("manual").resolve("index.html");
        Path page = output != null ? manual.build(folder()) : Files.isRegularFile(shipped) ? shipped : manual.build();
        done("page", page);
        terminal.print("手册：" + page);
        terminal.out().flush();
        if (output == null && !quiet && terminal.interactive()) {
            new BrowserOpener(System.getProperty("os.name"), context.environment())
                    .open(page.toUri().toString());
        }
        return ended(0);
    }

    private Path folder() throws IOException {
        Path folder = output.toAbsolutePath().normalize();
        OutputCheck.refuseStore(folder);
        return folder;
    }
}
