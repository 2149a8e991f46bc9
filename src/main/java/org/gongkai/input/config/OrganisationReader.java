package org.gongkai.input.config;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.config.Organisation.Group;
import org.gongkai.input.config.Organisation.Member;
import org.gongkai.input.config.Organisation.Term;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.GroupReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/** Reads the organization of a branch. */
public final class OrganisationReader {

    /** The path of the file. */
    public static final String ORGANISATION = "content/_data/organisation.yml";

    private static final String MEMBER = "每一项写：- {职务: 书记, 姓名: 可不写}";
    private static final String GROUP = "每一项写：- {名称: 管网组, 组长: 管网组组长, 人数: 8}";
    private static final String TERM = "例如 任期: {起: 2024-09-20, 止: 2027-09-19}";
    private static final int MOST_MEMBERS = 99_999;

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
        String example = "例如：支部: 第一党支部";
        return file.group("这个文件", file.content(yaml, site), "E133", example, OrganisationReader::organisation)
                .orElse(Organisation.unknown());
    }

    private static Organisation organisation(GroupReader branch) {
        Map<String, Integer> names = new HashMap<>();
        Organisation organisation = new Organisation(
                true,
                branch.string("支部 branch"),
                branch.groups(
                        "委员会 committee", MEMBER, "职务", it -> new Member(it.required("职务 post"), it.string("姓名 name"))),
                branch.groups("党小组 groups", GROUP, "名称", it -> group(it, names)),
                branch.group("任期 term", TERM, OrganisationReader::term),
                branch.count("党员人数 members", MOST_MEMBERS));
        compare(branch, organisation);
        return organisation;
    }

    private static Group group(GroupReader group, Map<String, Integer> names) {
        String name = group.unique("名称 name", names);
        return new Group(name, group.string("组长 leader"), group.count("人数 members", MOST_MEMBERS));
    }

    /** Compares the number of members with the sum of the groups, if all of them say theirs. */
    private static void compare(GroupReader branch, Organisation organisation) {
        int all = organisation.members().orElse(-1);
        int sum = organisation.groups().stream()
                .mapToInt(group -> group.members().orElse(0))
                .sum();
        boolean isKnown = !organisation.groups().isEmpty()
                && organisation.groups().stream()
                        .allMatch(group -> group.members().isPresent());
        if (isKnown && all >= 0 && all != sum) {
            String hint = "请核对党员人数和各党小组的人数；有党员不编入党小组的可以不改";
            branch.warning("党员人数 members", "W133", "党员人数" + all + "，各党小组相加是" + sum, hint);
        }
    }

    private static Term term(GroupReader fields) {
        fields.required("起 from");
        fields.required("止 to");
        LocalDate from = fields.day("起 from").orElse(null);
        LocalDate to = fields.day("止 to").orElse(null);
        if (from == null || to == null) {
            return null;
        }
        Term term = new Term(from, to);
        if (to.isBefore(from)) {
            fields.refuse("止 to", "任期的截止日期" + to + "早于开始日期" + from, "请核对起止日期");
        } else if (!term.isUsual()) {
            String hint = "请核对；支部委员会任期一般三年，村和社区党支部五年；经批准延期、提前的可以不改";
            fields.warning("止 to", "W176", "任期 " + from + " 至 " + to + " 不是三年，也不是五年", hint);
        }
        return term;
    }
}
