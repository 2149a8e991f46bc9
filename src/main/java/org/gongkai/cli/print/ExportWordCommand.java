package org.gongkai.cli.print;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.print.WordExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export docx}: writes an entry as a Word file. */
@Command(name = "docx", description = "把一个条目按公文的版式写成 Word 文件（.docx），供报送、修改；WPS 也能打开。")
public final class ExportWordCommand extends ProgramCommand {

    @Parameters(paramLabel = "文件", description = "条目的源文件，如 content/通知/开会.md，或者它的网址")
    private String entry;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            description = "写成哪个文件，如 通知.docx；不写就用源文件的名称，写在当前的文件夹里；已有的文件会被换掉")
    private Path output;

    @Mixin
    private SiteOption source;

    @Option(names = "--audience", paramLabel = "名称", description = "这个公开对象看到的内容（默认：站点设置里的第一个）")
    private String audience;

    @Option(names = "--drafts", description = "草稿和未到发布日期的条目也能写，供送审")
    private boolean drafts;

    @Mixin
    private ProblemOptions problems;

    @Override
    public Integer call() throws IOException {
        OutputCheck.refuseSpecial(audience);
        Path root = source.root(null);
        Path target = OutputCheck.file(output == null ? named() : output);
        BuildRequest request = source.request(root);
        OutputCheck.refuse(request, target);
        try (SiteSource site = SiteSource.open(request)) {
            WordExport.Result result = new WordExport(ProgramVersion.text(), clock, context.shared())
                    .write(request.audience(Optional.ofNullable(audience)).drafts(drafts), site, entry, target);
            if (problems.printErrors(result.problems(), terminal, "改好以后才能写；没有写 Word 文件。")) {
                return 1;
            }
            terminal.print(
                    "已写成 " + target + (result.missing() == 0 ? "" : "；" + result.missing() + "张图 Word 不能显示，留了说明文字"));
            return 0;
        }
    }

    private Path named() {
        String name = entry.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[A-Za-z]+$", "");
        if (name.isEmpty()) {
            throw new WrongUsage("请用 -o 写明写成哪个文件，如 -o 通知.docx");
        }
        return Path.of(name + ".docx");
    }
}
