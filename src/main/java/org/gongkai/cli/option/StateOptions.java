package org.gongkai.cli.option;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.pipeline.BuildRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which state of which site is meant: its folder, a commit of it, a day. */
@Command
public final class StateOptions {

    @Mixin
    private SiteOption site;

    @Option(names = "--rev", paramLabel = "提交", description = "按 git 仓库里的这个提交，如 main、edition/2024；不看文件夹里的改动，裸仓库也可以")
    private String revision;

    @Option(
            names = "--as-of",
            paramLabel = "年-月-日",
            converter = OptionConverters.Day.class,
            description = "按这一天的日期（默认：今天）")
    private LocalDate asOf;

    /**
     * A request for a check of this state.
     *
     * @throws WrongUsage if there is no site, or the shared folder that is named cannot be shared
     */
    public BuildRequest request() {
        Path root = site.root(revision);
        return site.request(root).revision(Optional.ofNullable(revision)).asOf(Optional.ofNullable(asOf));
    }
}
