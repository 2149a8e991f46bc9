package org.gongkai.cli.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.io.FileTrees;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.print.EntryExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an entry for another program. */
public abstract class ExportEntryCommand extends ReportingCommand {

    @Parameters(paramLabel = "文件", description = "条目的源文件，如 content/通知/开会.md，或者它的网址")
    String entry;

    @Mixin
    private SiteOption source;

    @Option(names = "--audience", paramLabel = "名称", description = "这个公开对象看到的内容（默认：站点设置里的第一个）")
    private String audience;

    @Option(names = "--drafts", description = "草稿和未到发布日期的条目也能写，供送审")
    private boolean drafts;

    @Mixin
    private ProblemOptions problems;

    /** Writes an entry. */
    interface Writer {
        EntryExport.Result write(EntryExport export, BuildRequest request, SiteSource site) throws IOException;
    }

    /** @param missing what is said of pictures that are not in it */
    int write(Path target, Writer writer, String missing) throws IOException {
        OutputCheck.refuseSpecial(audience);
        BuildRequest request = source.request(source.root(null));
        OutputCheck.refuse(request, target);
        try (SiteSource site = SiteSource.open(request)) {
            EntryExport.Result result = writer.write(
                    new EntryExport(ProgramRevision.ofProgram().number(), clock, context.shared()),
                    request.audience(Optional.ofNullable(audience)).drafts(drafts),
                    site);
            if (problems.printErrors(result.problems(), terminal, "改好以后才能写；什么也没有写。")) {
                return 1;
            }
            done("file", target, "missing", result.missing());
            terminal.print("已写成 " + target + (result.missing() == 0 ? "" : "；" + result.missing() + missing));
            return ended(0);
        }
    }

    /** {@code export docx}: writes an entry as a Word file. */
    @Command(name = "docx", description = "把一个条目按公文的版式写成 Word 文件（.docx），供报送、修改；WPS 也能打开。")
    public static final class Word extends ExportEntryCommand {

        @Option(
                names = {"-o", "--output"},
                paramLabel = "文件",
                description = "写成哪个文件，如 通知.docx；不写就用源文件的名称，写在当前的文件夹里；已有的文件会被换掉")
        private Path output;

        @Override
        protected int run() throws IOException {
            Path target = OutputCheck.file(output == null ? named() : output);
            return write(
                    target,
                    (export, request, site) -> export.word(request, site, entry, target),
                    "张图 Word 不能显示，留了说明文字");
        }

        private Path named() {
            String name = entry.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[A-Za-z]+$", "");
            if (name.isEmpty()) {
                throw new WrongUsage("请用 -o 写明写成哪个文件，如 -o 通知.docx");
            }
            return Path.of(name + ".docx");
        }
    }

    /** {@code export web}: writes an entry to be pasted into the editor of another platform. */
    @Command(name = "web", description = "把一个条目的正文写成可以粘贴到公众号、学习强国等平台的网页，样式写在每一段上，图片放在旁边；标题在那边另填。")
    public static final class Web extends ExportEntryCommand {

        @Option(
                names = {"-o", "--output"},
                required = true,
                paramLabel = "文件夹",
                description = "写进哪个文件夹：还没有的，或者空的；打开里面的 index.html，全选、复制、粘贴，再把图片传上去")
        private Path output;

        @Override
        protected int run() throws IOException {
            Path target = output.toAbsolutePath().normalize();
            if (Files.exists(target) && !(Files.isDirectory(target) && FileTrees.isEmpty(target))) {
                throw new WrongUsage("已经有了，不是空的文件夹：" + target);
            }
            OutputCheck.file(target.resolveSibling("index.html"));
            return write(target, (export, request, site) -> export.web(request, site, entry, target), "张图没有，留了说明文字");
        }
    }
}
