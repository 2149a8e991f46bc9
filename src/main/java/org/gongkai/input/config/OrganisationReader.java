package org.gongkai.input.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.config.Organisation.Group;
import org.gongkai.input.config.Organisation.Member;
import org.gongkai.input.config.Organisation.Term;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/** Reads the organization of a branch. */
public final class OrganisationReader {

    /** The path of the file. */
    public static final String ORGANISATION = "content/_data/organisation.yml";

    private static final String MEMBER = "每一项写：- {职务: 书记, 姓名: 可不写}";
    private static final String GROUP = "每一项写：- {名称: 管网组, 组长: 管网组组长, 人数: 8}";
    private static final String TERM = "例如 任期: {起: 2024-09-20, 止: 2027-09-19}";

    private final YamlReader yaml;
    private final DataFile file;

    public OrganisationReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.file = new DataFile(ORGANISATION, problems);
    }

    /**
     * Reads the organization.
     *
     * @param site the content of {@link #ORGANISATION}, if the site has the file
     */
    public Organisation read(Optional<String> site) {
        Optional<Value> value = site.flatMap(text -> yaml.read(file.path(), text, 1, file.problems()));
        if (value.isEmpty()) {
            return Organisation.unknown();
        }
        if (!(value.get() instanceof Value.Fields group)) {
            file.error(value.get(), "E133", "这个文件应由“名称: 值”组成", "例如：支部: 第一党支部");
            return Organisation.unknown();
        }
        file.known(
                group, List.of("支部", "branch", "委员会", "committee", "党小组", "groups", "任期", "term", "党员人数", "members"));
        FieldReader reader = new FieldReader(group);
        reader.value("支部", "branch")
                .filter(name -> !(name instanceof Value.Text))
                .ifPresent(name -> file.error(name, "E133", "支部应是一段文字", "例如：支部: 第一党支部"));
        List<Group> groups = groups(reader.value("党小组", "groups"));
        Optional<Integer> members = number("党员人数", reader, "党员人数", "members");
        members.ifPresent(
                total -> compare(total, groups, reader.value("党员人数", "members").orElseThrow()));
        return new Organisation(
                true,
                reader.text("支部", "branch").orElse(""),
                committee(reader.value("委员会", "committee")),
                groups,
                term(reader.value("任期", "term")),
                members);
    }

    /** Compares the number of members with the sum of the groups, if all of them say theirs. */
    private void compare(int members, List<Group> groups, Value at) {
        int sum = groups.stream().mapToInt(group -> group.members().orElse(0)).sum();
        if (!groups.isEmpty()
                && groups.stream().allMatch(group -> group.members().isPresent())
                && sum != members) {
            file.warning(at, "W133", "党员人数" + members + "，各党小组相加是" + sum, "请核对党员人数和各党小组的人数；有党员不编入党小组的可以不改");
        }
    }

    private List<Member> committee(Optional<Value> value) {
        List<Member> members = new ArrayList<>();
        for (Value item : items("委员会", value, MEMBER)) {
            if (item instanceof Value.Text post && !post.isBlank()) {
                members.add(new Member(post.text().strip(), ""));
                continue;
            }
            FieldReader reader = item instanceof Value.Fields fields ? new FieldReader(fields) : null;
            String post = reader == null ? "" : reader.text("职务", "post").orElse("");
            if (post.isEmpty()) {
                file.error(item, "E133", "委员会的这一项没有职务", MEMBER);
                continue;
            }
            file.known((Value.Fields) item, List.of("职务", "post", "姓名", "name"));
            members.add(new Member(post, reader.text("姓名", "name").orElse("")));
        }
        return members;
    }

    private List<Group> groups(Optional<Value> value) {
        List<Group> groups = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Value item : items("党小组", value, GROUP)) {
            Optional<Group> group = group(item);
            if (group.isEmpty()) {
                file.error(item, "E133", "党小组的这一项没有名称", GROUP);
            } else if (!names.add(group.get().name())) {
                file.error(item, "E133", "党小组“" + group.get().name() + "”写了两次", "请删去多余的一项，或改用不同的名称");
            } else {
                groups.add(group.get());
            }
        }
        return groups;
    }

    private Optional<Group> group(Value item) {
        if (item instanceof Value.Text name && !name.isBlank()) {
            return Optional.of(new Group(name.text().strip(), "", Optional.empty()));
        }
        if (!(item instanceof Value.Fields fields)) {
            return Optional.empty();
        }
        file.known(fields, List.of("名称", "name", "组长", "leader", "人数", "members"));
        FieldReader reader = new FieldReader(fields);
        return reader.text("名称", "name")
                .map(name ->
                        new Group(name, reader.text("组长", "leader").orElse(""), number("人数", reader, "人数", "members")));
    }

    private List<Value> items(String label, Optional<Value> value, String example) {
        if (value.isEmpty() || value.get() instanceof Value.Text text && text.isBlank()) {
            return List.of();
        }
        if (value.get() instanceof Value.Items items) {
            return items.items();
        }
        file.error(value.get(), "E133", label + "应是一个列表", example);
        return List.of();
    }

    private Optional<Integer> number(String label, FieldReader reader, String... names) {
        Optional<String> typed = reader.text(names);
        if (typed.isPresent() && !typed.get().matches("\\d{1,5}")) {
            file.error(reader.value(names).orElseThrow(), "E133", label + "“" + typed.get() + "”不是人数", "请写数字，如 18");
            return Optional.empty();
        }
        return typed.map(Integer::valueOf);
    }

    private Optional<Term> term(Optional<Value> value) {
        if (value.isEmpty() || value.get() instanceof Value.Text text && text.isBlank()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof Value.Fields group)) {
            file.error(value.get(), "E133", "任期应写明起止日期", TERM);
            return Optional.empty();
        }
        file.known(group, List.of("起", "from", "止", "to"));
        FieldReader reader = new FieldReader(group);
        Optional<LocalDate> from = day(group, reader, "起", "from");
        Optional<LocalDate> to = day(group, reader, "止", "to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            file.error(
                    reader.value("止", "to").orElseThrow(),
                    "E133",
                    "任期的截止日期" + to.get() + "早于开始日期" + from.get(),
                    "请核对起止日期");
            return Optional.empty();
        }
        Optional<Term> term = from.flatMap(first -> to.map(last -> new Term(first, last)));
        if (term.isPresent() && !term.get().isUsual()) {
            file.warning(
                    reader.value("止", "to").orElseThrow(),
                    "W176",
                    "任期 " + from.get() + " 至 " + to.get() + " 不是三年，也不是五年",
                    "请核对；支部委员会任期一般三年，村和社区党支部五年；经批准延期、提前的可以不改");
        }
        return term;
    }

    private Optional<LocalDate> day(Value.Fields group, FieldReader reader, String... names) {
        String typed = reader.text(names).orElse("");
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            String what = typed.isEmpty() ? "任期没有写“" + names[0] + "”" : "任期的“" + names[0] + "”“" + typed + "”不是有效日期";
            file.error(reader.value(names).orElse(group), "E133", what, TERM);
            return Optional.empty();
        }
    }
}
