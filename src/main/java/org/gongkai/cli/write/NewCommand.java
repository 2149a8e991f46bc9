package org.gongkai.cli.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.cli.option.OptionConverters;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.history.git.SourceLock;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.write.NewEntry.NewDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}: creates a draft. */
@Command(name = "new", description = "新建一条草稿：文件头只留要写的字段，索引号和日期已经填好，正文列好了层次。最后显示文件在哪里。")
public final class NewCommand extends ReportingCommand {

    @Parameters(index = "0", paramLabel = "文种", description = "如 通知、公示、工作计划")
    private String kindName;

    @Parameters(index = "1", arity = "0..1", paramLabel = "标题", description = "有空格时用引号括起来；可以以后再写")
    private String title;

    @Mixin
    private SiteOption source;

    @Option(names = "--date", paramLabel = "年-月-日", converter = OptionConverters.Day.class, description = "发布日期（默认：今天）")
    private LocalDate date;

    @Override
    protected int run() throws IOException {
        Path root = source.rootForNewEntries();
        // The number is free until the entry is there.
        try (Closeable held = SourceLock.of(root).acquire()) {
            return begin(root);
        }
    }

    private int begin(Path root) throws IOException {
        SiteHeaders site = SiteHeaders.of(source.request(root), clock, context.shared());
        Kind kind = site.kinds()
                .named(kindName)
                .orElseThrow(() -> new WrongUsage(
                        "没有“" + kindName + "”这个文种；" + site.kinds().advice(kindName)));
        LocalDate day = date == null ? site.today() : date;
        NewDraft draft = NewDraft.of(site, kind, kindName, Optional.ofNullable(title), day);
        if (!draft.numbered()) {
            terminal.note("content/_data/site.yml 里没有写机构代码，没有编索引号。");
        }
        Path file = draft.write(root);
        done("file", file, "numbered", draft.numbered());
        terminal.print(file);
        return ended(0);
    }
}
