package org.gongkai.publish.sites;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.config.AudienceReader;
import org.gongkai.input.config.BaseUrlReader;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.SharedSource;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/**
 * Reads a list of sites:
 *
 * <pre>{@code
 * 共用: shared
 * 站点:
 *   - {名称: 机关第一支部, 代码: JG01, 来源: git/jg01.git, 发布到: sites/jg01, 上级: JG}
 *   - {名称: 机关党委, 代码: JG}
 * }</pre>
 *
 * Paths are relative to the folder of the list.
 */
public final class SiteListReader {

    private static final String CODE = "E139";
    private static final String SITE = "每一项写：- {名称: 第一支部, 代码: ZB01, 来源: git/zb01.git, 发布到: sites/zb01}";
    /** A list of 10,000 sites is twice as long as a header may be, and has three times as many values; this is ten times more. */
    private static final int TIMES = 30;

    private static final List<String> NAMES = List.of(
            "名称",
            "name",
            "代码",
            "code",
            "来源",
            "source",
            "发布到",
            "to",
            "密钥",
            "key",
            "公钥",
            "public-key",
            "网址",
            "base-url",
            "上级",
            "parent");

    private final Path folder;
    private final DataFile file;
    private final List<Value> places = new ArrayList<>();
    private final Map<String, ListedSite> units = new LinkedHashMap<>();
    private final Map<String, String> codes = new HashMap<>(); // by themselves in lower case
    private final Set<Path> targets = new HashSet<>();
    private final Set<Path> aboveTargets = new HashSet<>();

    private SiteListReader(Path list, Consumer<Problem> problems) {
        this.folder = list.toAbsolutePath().normalize().getParent();
        this.file = new DataFile(list.getFileName().toString(), problems);
    }

    /**
     * Reads a list.
     *
     * @param problems accepts every problem; with an error the result is of no use
     */
    public static SiteList read(Path list, String text, Consumer<Problem> problems) {
        return new SiteListReader(list, problems).read(text);
    }

    private SiteList read(String text) {
        Optional<Value> value = new YamlReader(TIMES).read(file.path(), text, 1, file.problems());
        if (value.isEmpty()) {
            return new SiteList(Optional.empty(), List.of(), Optional.empty());
        }
        if (!(value.get() instanceof Value.Fields all)) {
            file.error(value.get(), CODE, "这个文件应由“站点:”开头，下面列出站点", SITE);
            return new SiteList(Optional.empty(), List.of(), Optional.empty());
        }
        file.known(all, List.of("站点", "sites", "共用", "shared", "门户", "portal"));
        List<Value> items = new FieldReader(all).items("站点", "sites");
        if (items.isEmpty()) {
            file.error(all, CODE, "没有列出站点", SITE);
        }
        items.forEach(this::unit);
        List<ListedSite> read = List.copyOf(units.values());
        for (int i = 0; i < read.size(); i++) {
            above(read.get(i), places.get(i));
        }
        Optional<PortalSettings> portal =
                new FieldReader(all).value("门户", "portal").flatMap(this::portal);
        return new SiteList(shared(new FieldReader(all)), read, portal);
    }

    private Optional<PortalSettings> portal(Value value) {
        String hint = "写成 门户: {名称: 示例市党务公开, 发布到: sites/portal}";
        if (!(value instanceof Value.Fields fields)) {
            file.error(value, CODE, "“门户”应由“名称: 值”组成", hint);
            return Optional.empty();
        }
        file.known(fields, List.of("名称", "name", "发布到", "to", "密钥", "key", "公开对象", "受众", "audiences"));
        FieldReader reader = new FieldReader(fields);
        Optional<String> name = reader.text("名称", "name");
        Optional<Path> to = path(reader, "发布到", "to");
        if (name.isEmpty() || to.isEmpty()) {
            file.error(value, CODE, "门户没有" + (name.isEmpty() ? "名称" : "写发布到哪里"), hint);
            return Optional.empty();
        }
        refuseShared(value, reader, to.get());
        return Optional.of(new PortalSettings(
                name.get(), to.get(), path(reader, "密钥", "key"), new AudienceReader(file).read(reader)));
    }

    private Optional<Path> shared(FieldReader all) {
        Optional<Path> shared = path(all, "共用", "shared");
        shared.flatMap(SharedSource::fault)
                .ifPresent(fault -> file.error(
                        all.value("共用", "shared").orElseThrow(),
                        CODE,
                        fault + "：" + all.text("共用", "shared").orElse(""),
                        "写一个文件夹，如 共用: shared，里面放 shared/" + SharedSource.FOLDERS.get(0) + " 等"));
        return shared;
    }

    private void unit(Value item) {
        if (!(item instanceof Value.Fields fields)) {
            file.error(item, CODE, "这一项应由“名称: 值”组成", SITE);
            return;
        }
        file.known(fields, NAMES);
        FieldReader reader = new FieldReader(fields);
        Optional<String> name = reader.text("名称", "name");
        Optional<String> code = reader.text("代码", "code");
        if (name.isEmpty() || code.isEmpty()) {
            file.error(item, CODE, "这一项没有" + (name.isEmpty() ? "名称" : "代码"), SITE);
            return;
        }
        if (!code.get().matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}")) {
            file.error(item, CODE, "代码“" + code.get() + "”只能用字母、数字和连字符", "例如 代码: ZB01");
            return;
        }
        Optional<Path> source = path(reader, "来源", "source");
        Optional<Path> to = path(reader, "发布到", "to");
        if (source.isPresent() != to.isPresent()) {
            file.error(item, CODE, "“来源”和“发布到”要么都写，要么都不写（只是上级单位、没有网站的）", SITE);
        }
        to.ifPresent(folder -> refuseShared(item, reader, folder));
        String alike = codes.putIfAbsent(code.get().toLowerCase(Locale.ROOT), code.get());
        if (alike != null && !alike.equals(code.get())) {
            file.error(
                    item,
                    CODE,
                    "“" + name.get() + "”的代码“" + code.get() + "”和“"
                            + units.get(alike).name() + "”的代码“" + alike + "”只差大小写",
                    "文件名不分大小写的电脑上两个站点会混在一起，请换一个代码");
            return;
        }
        if (units.putIfAbsent(
                        code.get(),
                        new ListedSite(
                                name.get(),
                                code.get(),
                                source,
                                to,
                                path(reader, "密钥", "key"),
                                path(reader, "公钥", "public-key"),
                                new BaseUrlReader(file).optional(reader),
                                reader.text("上级", "parent")))
                != null) {
            file.error(item, CODE, "代码“" + code.get() + "”写了两次", "每个站点用不同的代码");
        } else {
            places.add(item);
        }
    }

    /** Reports a folder that is that of another site, or lies in it. */
    private void refuseShared(Value item, FieldReader reader, Path to) {
        boolean isShared = targets.contains(to) || aboveTargets.contains(to);
        for (Path above = to.getParent(); above != null; above = above.getParent()) {
            aboveTargets.add(above);
            isShared |= targets.contains(above);
        }
        if (isShared) {
            file.error(
                    item,
                    CODE,
                    "“发布到”的文件夹和别的站点重了，或者一个在另一个里面：" + reader.text("发布到", "to").orElse(""),
                    "每个站点写自己的文件夹");
        }
        targets.add(to);
    }

    private Optional<Path> path(FieldReader reader, String... names) {
        Optional<String> text = reader.text(names);
        try {
            return text.map(typed -> folder.resolve(typed).normalize());
        } catch (InvalidPathException e) {
            file.error(reader.value(names).orElseThrow(), CODE, "“" + names[0] + "”不是文件夹的名字：" + text.get(), SITE);
            return Optional.empty();
        }
    }

    private void above(ListedSite unit, Value at) {
        Set<String> seen = new HashSet<>(Set.of(unit.code()));
        for (Optional<String> parent = unit.parent(); parent.isPresent(); ) {
            ListedSite above = units.get(parent.get());
            if (above == null) {
                file.error(at, CODE, "没有代码是“" + parent.get() + "”的上级", Nearest.hint(parent.get(), units.keySet()));
                return;
            }
            if (!seen.add(above.code())) {
                file.error(at, CODE, "“" + unit.name() + "”的上级绕回了它自己", "请把上级写成一棵树");
                return;
            }
            parent = above.parent();
        }
    }
}
