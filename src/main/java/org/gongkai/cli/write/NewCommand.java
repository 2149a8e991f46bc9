package org.gongkai.cli.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gongkai.build.read.SiteHeaders;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.DayConverter;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal;
import org.gongkai.input.config.SiteConfig.Category;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.write.IndexNumbers;
import org.gongkai.write.NewEntry;
import org.gongkai.write.TitleFileName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}: creates a draft. */
@Command(
        name = "new",
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        descriptionHeading = "%n",
        description = "新建一条草稿：文件头的每个字段都有说明，索引号和日期已经填好。最后显示文件在哪里。")
public final class NewCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    public NewCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Parameters(index = "0", paramLabel = "文种", description = "如 通知、公示、工作计划")
    private String kindName;

    @Parameters(index = "1", arity = "0..1", paramLabel = "标题", description = "有空格时用引号括起来；可以以后再写")
    private String title;

    @Mixin
    private SiteOption source;

    @Option(names = "--date", paramLabel = "年-月-日", converter = DayConverter.class, description = "发布日期（默认：今天）")
    private LocalDate date;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        Path root = source.ownRoot();
        SiteHeaders site = SiteHeaders.of(root, clock);
        Kind kind = site.kinds()
                .named(kindName)
                .orElseThrow(() -> new WrongUsage(
                        "没有“" + kindName + "”这个文种；" + site.kinds().advice(kindName)));
        LocalDate day = date == null ? site.today() : date;
        String column = column(site, kind);
        Optional<String> words = Optional.ofNullable(title)
                .map(typed -> typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .filter(typed -> !typed.isEmpty());
        String text = new NewEntry(
                        kind, kindName, words, number(site, kind, day), column, publisher(site), day, site.calendar())
                .text();
        Path folder = root.resolve("content").resolve(folderName(column)).resolve(String.valueOf(day.getYear()));
        String name = TitleFileName.of(words.orElse(kind.name()));
        terminal.out().println(TitleFileName.writeNew(folder, name.isEmpty() ? kind.name() : name, text));
        return 0;
    }

    private Optional<String> number(SiteHeaders site, Kind kind, LocalDate day) {
        if (!NewEntry.isNumbered(kind)) {
            return Optional.empty();
        }
        if (site.config().code().isEmpty()) {
            terminal.err().println("content/_data/site.yml 里没有写机构代码，没有编索引号。");
            return Optional.empty();
        }
        return Optional.of(new IndexNumbers(site.config().code(), site.entries(), site.unread(), site.previousNumbers())
                .next(day.getYear()));
    }

    /**
     * The column of the kind; if the site does not declare it, that of the latest entry of the kind, else the first
     * column.
     */
    private static String column(SiteHeaders site, Kind kind) {
        List<String> declared =
                site.config().categories().stream().map(Category::name).toList();
        if (declared.isEmpty() || declared.contains(kind.column())) {
            return kind.column();
        }
        return latest(site)
                .filter(entry -> entry.kinds().get(0).equals(kind))
                .map(entry -> entry.categories().get(0))
                .filter(declared::contains)
                .findFirst()
                .orElse(declared.get(0));
    }

    private static String publisher(SiteHeaders site) {
        return latest(site)
                .map(entry -> entry.publication().publisher())
                .filter(publisher -> !publisher.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Stream<Entry> latest(SiteHeaders site) {
        return site.entries().stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.dates().published())
                        .reversed()
                        .thenComparing(Entry::path));
    }

    private static String folderName(String column) {
        String name = TitleFileName.of(column);
        return name.isEmpty() ? "条目" : name;
    }
}
