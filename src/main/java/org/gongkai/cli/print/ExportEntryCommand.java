package org.gongkai.cli.print;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.print.EntryExport;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an entry for another program. */
abstract class ExportEntryCommand extends ProgramCommand {

    @Parameters(paramLabel = "文件", description = "条目的源文件，如 content/通知/开会.md，或者它的网址")
    private String entry;

    @Mixin
    private SiteOption source;

    @Option(names = "--audience", paramLabel = "名称", description = "这个公开对象看到的内容（默认：站点设置里的第一个）")
    private String audience;

    @Option(names = "--drafts", description = "草稿和未到发布日期的条目也能写，供送审")
    private boolean drafts;

    @Mixin
    private ProblemOptions problems;

    /** What is written, and where. */
    @FunctionalInterface
    interface Target {
        EntryExport.Result write(EntryExport export, BuildRequest request, SiteSource site) throws IOException;
    }

    /**
     * Writes the entry and says what was written.
     *
     * @param missing what is said of pictures that are not in it
     */
    final int export(Path path, Target target, String missing) throws IOException {
        OutputCheck.refuseSpecial(audience);
        BuildRequest request = source.request(source.root(null));
        OutputCheck.refuse(request, path);
        try (SiteSource site = SiteSource.open(request)) {
            EntryExport.Result result = target.write(
                    new EntryExport(ProgramVersion.text(), clock, context.shared()),
                    request.audience(Optional.ofNullable(audience)).drafts(drafts),
                    site);
            if (problems.printErrors(result.problems(), terminal, "改好以后才能写；什么也没有写。")) {
                return 1;
            }
            terminal.print("已写成 " + path + (result.missing() == 0 ? "" : "；" + result.missing() + missing));
            return 0;
        }
    }

    /** The entry as it was typed. */
    final String entry() {
        return entry;
    }
}
