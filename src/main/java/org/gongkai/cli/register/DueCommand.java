package org.gongkai.cli.register;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.text.TextTable;
import org.gongkai.feature.register.RegisterQuery;
import org.gongkai.feature.register.model.DueList;
import org.gongkai.io.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code due}: shows what is late and what is due soon, without building the site. */
@Command(name = "due", description = "列出应办事项：台账里已经逾期的和一个月内到期的，任期届满的，久未更新的栏目。不生成站点。")
public final class DueCommand extends ReportingCommand {

    @Mixin
    private RegisterSource source;

    @Mixin
    private ListedSites sites;

    @Override
    protected int run() throws IOException {
        Optional<RegisterQuery.Result> result = source.compute(terminal, clock, context.shared());
        if (result.isEmpty()) {
            return 1;
        }
        List<DueList.Item> due =
                DueList.of(result.get().site(), result.get().registers()).items();
        result(due.stream()
                .map(item -> Json.fields(
                        "what", item.what(),
                        "due", item.due(),
                        "overdue", item.isOverdue(),
                        "register", item.register().map(it -> it.spec().id()),
                        "basis", Optional.of(item.basis()).filter(basis -> !basis.isEmpty())))
                .toList());
        text(due).forEach(terminal::print);
        return 0;
    }

    private static List<String> text(List<DueList.Item> due) {
        if (due.isEmpty()) {
            return List.of("没有逾期和一个月内到期的事项。");
        }
        TextTable table = new TextTable(List.of("状态", "期限", "事项", "台账"), Set.of());
        for (DueList.Item item : due) {
            table.add(List.of(item.state(), item.due().toString(), item.what(), name(item)));
        }
        return table.lines();
    }

    private static String name(DueList.Item item) {
        return item.register().map(register -> register.spec().name()).orElse("");
    }
}
