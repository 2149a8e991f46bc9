package org.gongkai.portal.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.portal.collect.PublishedFigures;
import org.gongkai.portal.page.PortalModel.Cell;
import org.gongkai.portal.page.PortalModel.Row;
import org.gongkai.portal.page.PortalModel.Section;
import org.gongkai.portal.page.PortalModel.Table;
import org.gongkai.portal.unit.Branch;
import org.gongkai.portal.unit.Unit;
import org.gongkai.render.model.Model.Link;

/**
 * The tables of a unit: one row for each unit right below it, the number of a site linked to its evidence and that of a
 * group to the same table of the group.
 */
final class DisclosureTables {

    /** So many years have a table. */
    private static final int YEARS = 2;

    private static final String NOTHING = "—";

    private final LocalDate asOf;
    private final List<Integer> itemYears;
    private final List<Integer> duesYears;
    private final DeadlineTables deadlines;

    /** What there is a table of. */
    enum Kind {
        COVERAGE("coverage.html", "党务公开目录"),
        DUES("dues.html", "党费收缴"),
        TERMS("terms.html", "任期届满"),
        LATE("late.html", "缺报和逾期");

        private final String file;
        private final String title;

        Kind(String file, String title) {
            this.file = file;
            this.title = title;
        }

        String title() {
            return title;
        }

        String address(Unit unit) {
            return unit.folder() + file;
        }
    }

    DisclosureTables(Unit root, LocalDate asOf) {
        this.asOf = asOf;
        this.itemYears = latest(root, figures -> figures.items().stream().map(PublishedFigures.Item::year));
        this.duesYears = latest(root, figures -> figures.dues().stream().map(PublishedFigures.Dues::year));
        this.deadlines = new DeadlineTables(asOf);
    }

    /** The last years of which there are figures; this year if there are none at all. */
    private List<Integer> latest(Unit root, Function<PublishedFigures, Stream<Integer>> years) {
        List<Integer> latest = root.branches().stream()
                .flatMap(branch -> years.apply(branch.figures()))
                .filter(year -> year <= asOf.getYear())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(YEARS)
                .toList();
        return latest.isEmpty() ? List.of(asOf.getYear()) : latest;
    }

    /** Returns tables with what stands around them: one for each of the last years, or one for all. */
    List<Section> sections(Kind kind, Unit unit) {
        return switch (kind) {
            case COVERAGE ->
                filled(itemYears.stream().map(year -> coverage(unit, year)).toList());
            case DUES -> filled(duesYears.stream().map(year -> dues(unit, year)).toList());
            case TERMS -> List.of(deadlines.terms(unit));
            case LATE -> List.of(deadlines.late(unit));
        };
    }

    /** The sections with tables; the first if none has any, which says so. */
    private static List<Section> filled(List<Section> all) {
        List<Section> filled =
                all.stream().filter(section -> !section.tables().isEmpty()).toList();
        return filled.isEmpty() ? all.subList(0, 1) : filled;
    }

    static Section section(String heading, List<Table> tables, String note, String empty) {
        List<Table> filled =
                tables.stream().filter(table -> !table.rows().isEmpty()).toList();
        return new Section(heading, List.of(), filled, filled.isEmpty() ? null : note, empty);
    }

    private Section coverage(Unit unit, int year) {
        Map<String, String> names = new LinkedHashMap<>();
        unit.branches()
                .forEach(branch -> branch.items(year).forEach(item -> names.putIfAbsent(item.item(), item.name())));
        if (!unit.isGroup()) {
            List<Row> rows = unit.own().stream()
                    .flatMap(branch -> branch.items(year).stream()
                            .map(item -> new Row(
                                    new Link(item.item() + " " + item.name(), null), List.of(published(branch, item)))))
                    .toList();
            return section(year + "年", List.of(new Table(List.of("目录项", "已公开"), rows)), null, "还没有公开目录的数据。");
        }
        List<Row> rows = names.isEmpty()
                ? List.of()
                : unit.rows().stream()
                        .map(row -> new Row(
                                head(row, Kind.COVERAGE),
                                names.keySet().stream()
                                        .map(item -> covered(row, item, year))
                                        .toList()))
                        .toList();
        String legend = names.entrySet().stream()
                .map(item -> item.getKey() + " " + item.getValue())
                .collect(Collectors.joining("；"));
        List<String> heads = new ArrayList<>(List.of("单位"));
        heads.addAll(names.keySet());
        return section(
                year + "年",
                List.of(new Table(heads, rows)),
                legend + "。支部的数字是这一年公开的篇数；下面还有支部的单位，写的是“已公开的支部数/有这一项的支部数”。",
                "还没有公开目录的数据。");
    }

    private Cell covered(Unit unit, String item, int year) {
        if (!unit.isGroup()) {
            Branch branch = unit.own().orElseThrow();
            return branch.items(year).stream()
                    .filter(it -> it.item().equals(item))
                    .findFirst()
                    .map(it -> published(branch, it))
                    .orElse(Cell.plain(NOTHING));
        }
        List<PublishedFigures.Item> all = unit.branches().stream()
                .flatMap(branch -> branch.items(year).stream())
                .filter(it -> it.item().equals(item))
                .toList();
        long done = all.stream().filter(it -> it.published() > 0).count();
        return all.isEmpty()
                ? Cell.plain(NOTHING)
                : new Cell(done + "/" + all.size(), Kind.COVERAGE.address(unit), done < all.size() ? "missing" : "");
    }

    private static Cell published(Branch branch, PublishedFigures.Item item) {
        String evidence = item.evidence().size() == 1 ? item.evidence().get(0) : "registers/catalogue/index.html";
        return new Cell(
                String.valueOf(item.published()), href(branch, evidence), item.published() == 0 ? "missing" : "");
    }

    static String href(Branch branch, String address) {
        return PortalFrame.href(branch.base() + address);
    }

    private Section dues(Unit unit, int year) {
        TreeSet<String> periods = new TreeSet<>(Comparator.comparing(DisclosureTables::order));
        unit.branches().forEach(branch -> branch.figures().dues().stream()
                .filter(dues -> dues.year() == year)
                .forEach(dues -> periods.add(dues.period())));
        List<Row> rows = periods.isEmpty()
                ? List.of()
                : unit.rows().stream()
                        .map(row -> new Row(
                                head(row, Kind.DUES),
                                periods.stream()
                                        .map(period -> paid(row, period, year))
                                        .toList()))
                        .toList();
        List<String> heads = new ArrayList<>(List.of("单位"));
        periods.forEach(period -> heads.add(period.replace(year + "年", "")));
        return section(year + "年", List.of(new Table(heads, rows)), "每格是实交金额（元）；没有交足的，另写应交多少。", "还没有党费的数据。");
    }

    /** The quarters of a year in their order, whatever characters they are written in. */
    private static String order(String period) {
        return period.replace("第一", "1").replace("第二", "2").replace("第三", "3").replace("第四", "4");
    }

    private Cell paid(Unit unit, String period, int year) {
        List<PublishedFigures.Dues> all = new ArrayList<>();
        Optional<String> evidence = Optional.empty();
        for (Branch branch : unit.branches()) {
            Optional<PublishedFigures.Dues> dues = branch.dues(year, period);
            dues.ifPresent(all::add);
            evidence = dues.map(it -> href(branch, it.evidence().orElse("registers/dues/index.html")));
        }
        if (all.isEmpty()) {
            return new Cell(unit.isGroup() ? NOTHING : "没有公布", null, unit.isGroup() ? "" : "missing");
        }
        BigDecimal due = all.stream().map(PublishedFigures.Dues::due).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal paid = all.stream().map(PublishedFigures.Dues::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isShort = paid.compareTo(due) < 0;
        int missing = unit.branches().size() - all.size();
        String text =
                plain(paid) + (isShort ? "（应交" + plain(due) + "）" : "") + (missing > 0 ? "，" + missing + "个没有公布" : "");
        return new Cell(
                text,
                unit.isGroup() ? Kind.DUES.address(unit) : evidence.orElse(null),
                isShort || missing > 0 ? "missing" : "");
    }

    private static String plain(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
    }

    /** A row of a site leads to its page, that of a group to the same table of the group. */
    static Link head(Unit row, Kind kind) {
        return new Link(row.name(), row.isGroup() ? kind.address(row) : row.address());
    }
}
