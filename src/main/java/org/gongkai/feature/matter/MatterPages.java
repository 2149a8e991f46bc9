package org.gongkai.feature.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.Page;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.fact.NextStage;
import org.gongkai.text.DateText;

/** Plans the pages of matters, and the list of all of them. */
record MatterPages(SiteModel model, List<Matter> matters) {

    static final String INDEX = Matter.FOLDER + "index.html";

    static final String TITLE = "事项办理";

    /** States of completed rows. */
    private static final List<String> DONE = List.of("已完成", "已答复", "未采纳", "已取消");

    /** Columns that are not facts about the matter. */
    private static final List<String> OMITTED = List.of("序号", CommonField.MATTER.label());

    /**
     * A matter in the list of all.
     *
     * @param steps the number of its steps
     * @param next the stage that comes next, or null if none is known
     * @param state 办理中 or 已办结, or null if no paper states it
     * @param outcome what came of it, in the words of a table, or null
     */
    public record Row(String name, String uri, int steps, Step last, String next, String state, String outcome) {}

    /**
     * A step of a matter, under the conventions of {@link Model}.
     *
     * @param day its day, for machines
     * @param label the stage, or the kind of the paper
     * @param title its title, without the name of whom the matter is about
     * @param post the paper
     * @param facts what the paper or its row states
     */
    public record Step(
            String day, String dayText, String label, String title, Model.Post post, List<Model.Fact> facts) {}

    MatterPages(FeatureContext context) {
        this(
                context.model(),
                Matter.of(context.model().site(), context.rendering().slugs()));
    }

    /** Returns the pages; none if no entry names a matter. */
    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        if (!matters.isEmpty()) {
            pages.add(new Page(INDEX, "matters.ftl", this::index));
        }
        for (Matter matter : matters) {
            pages.add(new Page(matter.address(), "matter.ftl", () -> page(matter))
                    .of(matter.steps().stream().map(Matter.Step::item).toList()));
        }
        return pages;
    }

    private Map<String, Object> index() {
        Map<String, Object> variables = new Model.Link(TITLE, INDEX).page(model, "matters", null);
        variables.put("rows", matters.stream().map(this::row).toList());
        return variables;
    }

    private Row row(Matter matter) {
        Matter.Step last = matter.steps().get(matter.steps().size() - 1);
        return new Row(
                matter.name(),
                matter.address(),
                matter.steps().size(),
                step(matter, last),
                ahead(matter).stream()
                        .findFirst()
                        .map(stage -> day(last) + stage)
                        .orElse(null),
                state(matter),
                outcome(matter));
    }

    /** Returns the day for which a paper calls a meeting, if it is still to come. */
    private String day(Matter.Step step) {
        return step.item().entry().own().stream()
                .filter(own -> own.spec().hasName("时间") && own.value() instanceof Value.Text)
                .flatMap(own -> DateText.parse(((Value.Text) own.value()).text()).stream())
                .filter(time -> !time.toLocalDate().isBefore(model.site().asOf()))
                .findFirst()
                .map(time -> "按通知定于" + DateText.chinese(time.toLocalDate()) + "开会；待办的步骤：")
                .orElse("");
    }

    /** Returns the state of a matter according to its stages or rows; null if there is none. */
    private String state(Matter matter) {
        List<String> words = matter.steps().stream()
                .flatMap(step -> step.row().stream())
                .flatMap(row -> row.table().state().stream()
                        .flatMap(column -> row.table().cell(row.cells(), column.name()).stream()
                                .flatMap(word -> column.canonical(word).stream())))
                .toList();
        if (!ahead(matter).isEmpty() || !words.isEmpty() && !DONE.contains(words.get(words.size() - 1))) {
            return "办理中";
        }
        // An election that was not told to its end is not said to be over.
        boolean staged = matter.steps().stream()
                .map(step -> step.item().entry())
                .anyMatch(entry ->
                        NextStage.nameAfter(entry).filter(String::isEmpty).isPresent());
        return staged || !words.isEmpty() ? "已办结" : null;
    }

    /** Returns what the last row that names a matter says of its state; null if none does. */
    private static String outcome(Matter matter) {
        return matter.steps().stream()
                .flatMap(step -> step.row().stream())
                .flatMap(row -> row.table().state().stream()
                        .flatMap(column -> row.table().cell(row.cells(), column.name()).stream()))
                .reduce((earlier, later) -> later)
                .map(matter::unnamed)
                .orElse(null);
    }

    private Map<String, Object> page(Matter matter) {
        Map<String, Object> variables = new Model.Link(matter.name(), matter.address())
                .page(model, "matter", null, new Model.Link(TITLE, INDEX));
        variables.put(
                "steps", matter.steps().stream().map(step -> step(matter, step)).toList());
        variables.put("ahead", ahead(matter));
        variables.put("when", next(matter).map(NextStage::when).orElse(""));
        variables.put("state", state(matter));
        return variables;
    }

    private Step step(Matter matter, Matter.Step step) {
        return new Step(
                step.day().toString(),
                DateText.chinese(step.day()),
                label(step),
                matter.title(step),
                model.post(step.item(), null, List.of()),
                step.row().map(row -> cells(matter, row)).orElse(List.of()));
    }

    /** Returns the stage that a paper states, otherwise its kind; both of one that proposes the stage. */
    private static String label(Matter.Step step) {
        Entry entry = step.item().entry();
        String kind = entry.kinds().get(0).name();
        return NextStage.stage(entry)
                .filter(stage -> step.row().isEmpty())
                .map(stage -> entry.notice().isPresent() && !stage.contains(CommonField.NOTICE.label())
                        ? kind + "（" + stage + "）"
                        : stage)
                .orElse(kind);
    }

    /** Returns what follows the last stage that a paper states, as registers say it. */
    private Optional<NextStage> next(Matter matter) {
        return matter.steps().stream()
                .map(step -> step.item().entry())
                .filter(entry -> NextStage.stage(entry).isPresent())
                .reduce((earlier, later) -> later)
                .flatMap(entry -> NextStage.after(entry, model.site()));
    }

    private List<String> ahead(Matter matter) {
        return next(matter)
                .map(next -> next.stages().stream().map(Choice::name).toList())
                .orElse(List.of());
    }

    /** What a row states; of a matter about a person its days and states only. */
    private static List<Model.Fact> cells(Matter matter, Matter.Row row) {
        Value.Fields cells = row.cells();
        List<Model.Fact> facts = new ArrayList<>();
        for (FieldSpec column : row.table().columns()) {
            boolean isPlain = column.type() == FieldType.DATE || column.type() == FieldType.ENUM;
            if (!OMITTED.contains(column.name()) && (isPlain || matter.persons().isEmpty())) {
                row.table()
                        .cell(cells, column.name())
                        .filter(text -> !text.isBlank())
                        .ifPresent(text -> facts.add(new Model.Fact(
                                column.name(),
                                DateText.parse(text)
                                        .map(day -> DateText.chinese(day.toLocalDate()))
                                        .orElse(matter.unnamed(text)),
                                null)));
            }
        }
        return facts;
    }
}
