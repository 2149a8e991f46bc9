package org.gongkai.check.kind;

import java.util.List;
import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.config.CatalogueReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** The 目录项 of an entry is an item of the catalogue. */
final class CatalogueItemRule implements HeaderRule {

    private final Catalogue catalogue;

    CatalogueItemRule(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        Value value = entry.values().get(CommonField.CATALOGUE);
        String typed = entry.text(CommonField.CATALOGUE);
        if (value != null && !typed.isEmpty() && catalogue.named(typed).isEmpty()) {
            problems.accept(Problem.error(
                    "E132", entry.path(), value.line(), value.column(), "公开目录里没有“" + typed + "”这一项", hint(typed)));
        }
    }

    private String hint(String typed) {
        List<String> numbers = catalogue.items().stream()
                .map(item -> item.number() + " " + item.name())
                .toList();
        String advice = Nearest.of(typed, catalogue.names())
                .map(word -> "您是不是要写“" + word + "”")
                .orElse("可以写：" + String.join("、", numbers.subList(0, Math.min(numbers.size(), 12))));
        return catalogue.own() ? advice : advice + "；本单位另有目录的，写进 " + CatalogueReader.CATALOGUE;
    }
}
