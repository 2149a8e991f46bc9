package org.gongkai.cli.release;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.feature.register.model.Register;
import org.gongkai.input.source.Namesake;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.LockedStores;
import org.gongkai.publish.release.Takedown;
import org.gongkai.publish.release.ledger.Event.Resealed;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code takedown}: replaces a page in all releases and editions by a withdrawal notice. */
@Command(
        name = "takedown",
        parameterListHeading = "%n",
        description = "从全部发布批次和年度存档里撤下一页（例如发现里面有个人信息）：原处换成一页说明，附件、各列表里的标题和摘要一并去掉，做了什么写进发布记录。")
public final class TakedownCommand extends ReportingCommand {

    @Parameters(paramLabel = "网址", description = "从站点首页算起，如 notices/2024/a.html")
    private String address;

    @Mixin
    private StoreOption to;

    @Option(names = "--reason", paramLabel = "原因", description = "为什么；写进发布记录，也显示在原处的说明里")
    private String reason;

    @Option(names = "--undo", description = "允许以后重新发布这一页；已经换掉的发布批次不恢复")
    private boolean undo;

    @Mixin
    private WriterOptions writer;

    @Override
    protected int run() throws IOException {
        String page = address.replaceFirst("^(?:\\./|/)++", "");
        if (!page.endsWith(".html")
                || page.startsWith(Register.FOLDER)
                || page.matches("(.*/)?(index|page-\\d+|404|sitemap|search)\\.html")) {
            throw new WrongUsage("只能撤下条目的网页，如 notices/2024/a.html：" + address);
        }
        if (reason == null || reason.isBlank()) {
            throw new WrongUsage("请用 --reason 写明原因");
        }
        try (LockedStores stores = LockedStores.begin(
                to.folder(), to.stores(), writer.lockTimeoutSeconds(), clock, writer.ledgerWriter(clock), new Disk())) {
            Takedown takedown = Takedown.of(stores, page, Namesake.without(reason));
            return ended(undo ? restore(takedown, page) : takeDown(takedown, page));
        }
    }

    private int takeDown(Takedown takedown, String page) throws IOException {
        Takedown.Result result = takedown.run();
        result.recorded().forEach(this::report);
        if (!result.found()) {
            String hint =
                    result.nearest().map(other -> "；您是不是要写“" + other + "”").orElse("");
            terminal.note("各发布批次里都没有这个网址：" + page + hint + "。");
            return 1;
        }
        if (result.recorded().isEmpty()) {
            terminal.print(page + " 已经撤下，没有改动。");
        }
        if (!result.mentions().isEmpty()) {
            terminal.note("请再看一看，这些文件里还有它的标题或网址：" + String.join("、", result.mentions()) + "。");
        }
        if (!result.copies().isEmpty()) {
            terminal.note("它的附件在别的条目里还有，照样公开：" + String.join("、", result.copies())
                    + "；也不该公开的，请再用 takedown 撤下那一条（附件所在的文件夹名加 .html 就是它的网址）。");
        }
        terminal.note(
                result.isElsewhere()
                        ? "支部自己的网站没有改动；那里也不该公开的，请到那个网站的文件夹里再用 takedown 撤下。"
                        : "源文件没有改动；请删去这一条，或写上 状态: 已撤回，否则下一次发布会被拒绝。");
        return 0;
    }

    private int restore(Takedown takedown, String page) throws IOException {
        if (!takedown.undo()) {
            terminal.note("这个网址没有撤下：" + page + "。");
            return 1;
        }
        terminal.print("以后可以重新发布 " + page + "。");
        done("restored", page);
        return 0;
    }

    private void report(Store store, TakenDown event) {
        terminal.print("已撤下 " + event.address() + "：" + store.folder());
        List<String> others = event.notices().stream()
                .filter(address -> !address.equals(event.address()))
                .toList();
        if (!others.isEmpty()) {
            terminal.print("  同一条的其他网址也换成了说明：" + String.join("、", others));
        }
        Map<String, Integer> changed = new LinkedHashMap<>();
        for (Resealed part : event.resealed()) {
            changed.put(part.folder(), part.files().size());
            terminal.print("  " + part.folder() + "：改动 " + part.files().size() + " 个文件");
        }
        done("folder", store.folder(), "address", event.address(), "notices", event.notices(), "changed", changed);
    }
}
