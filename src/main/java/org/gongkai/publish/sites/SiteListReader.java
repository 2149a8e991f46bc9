package org.gongkai.publish.sites;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.config.AudienceReader;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.GroupReader;
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
    private static final String PORTAL = "写成 门户: {名称: 示例市党务公开, 发布到: sites/portal}";
    private static final Pattern CODES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    /** A list of 10,000 sites is twice as long as a header may be, and has three times as many values; this is ten times more. */
    private static final int TIMES = 30;

    private final Path folder;
    private final DataFile file;
    private final Map<String, ListedSite> units = new LinkedHashMap<>();
    private final Map<String, Value> places = new HashMap<>();
    private final Map<String, Integer> codes = new HashMap<>();
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
        Optional<Value> content = file.content(new YamlReader(TIMES), Optional.of(text));
        return file.group("这个文件", content, CODE, "例如 站点: [{名称: 第一支部, 代码: ZB01}]", this::list)
                .orElse(new SiteList(Optional.empty(), List.of(), Optional.empty()));
    }

    private SiteList list(GroupReader all) {
        all.need("站点 sites");
        List<ListedSite> read = all.groups("站点 sites", SITE, "名称", this::unit);
        read.forEach(unit -> units.put(unit.code(), unit));
        read.forEach(this::checkAbove);
        Optional<Path> shared = path(all, "共用 shared");
        String hint = "写一个文件夹，如 共用: shared，里面放 shared/" + SharedSource.FOLDERS.get(0) + " 等";
        shared.flatMap(SharedSource::fault)
                .ifPresent(fault -> all.error("共用 shared", fault + "：" + all.string("共用 shared"), hint));
        return new SiteList(shared, read, all.group("门户 portal", PORTAL, this::portal));
    }

    private PortalSettings portal(GroupReader fields) {
        String name = fields.required("名称 name");
        fields.need("发布到 to");
        List<Audience> audiences = new AudienceReader(file).read(fields);
        Optional<Path> key = path(fields, "密钥 key");
        return target(fields)
                .map(to -> new PortalSettings(name, to, key, audiences))
                .orElse(null);
    }

    private ListedSite unit(GroupReader fields) {
        String name = fields.required("名称 name");
        fields.need("代码 code");
        String code = fields.parsed(
                        "代码 code",
                        "只用字母、数字和连字符，最多 40 个，例如 ZB01",
                        typed -> CODES.matcher(typed).matches() ? typed : null)
                .orElse("");
        fields.distinct("代码 code", code, codes);
        Optional<Path> source = path(fields, "来源 source");
        Optional<Path> to = target(fields);
        if (source.isPresent() != to.isPresent()) {
            fields.error("", "“来源”和“发布到”要么都写，要么都不写（只是上级单位、没有网站的）", SITE);
        }
        ListedSite unit = new ListedSite(
                name,
                code,
                source,
                to,
                path(fields, "密钥 key"),
                path(fields, "公钥 public-key"),
                Optional.of(new AudienceReader(file).baseUrl(fields)).filter(url -> !url.isEmpty()),
                fields.text("上级 parent"));
        places.putIfAbsent(code, fields.at("上级 parent"));
        return code.isEmpty() ? null : unit;
    }

    /** Reads a folder to publish to, and reports one that is that of another site, or lies in it. */
    private Optional<Path> target(GroupReader fields) {
        Optional<Path> to = path(fields, "发布到 to");
        to.ifPresent(target -> {
            boolean isShared = !targets.add(target) || aboveTargets.contains(target);
            for (Path above = target.getParent(); above != null; above = above.getParent()) {
                aboveTargets.add(above);
                isShared |= targets.contains(above);
            }
            if (isShared) {
                String message = "“发布到”的文件夹和别的站点重了，或者一个在另一个里面：" + fields.string("发布到 to");
                fields.error("发布到 to", message, "每个站点写自己的文件夹");
            }
        });
        return to;
    }

    private Optional<Path> path(GroupReader fields, String names) {
        return fields.parsed(
                names, "请写一个文件夹或文件的名字", typed -> folder.resolve(typed).normalize());
    }

    private void checkAbove(ListedSite unit) {
        Value at = places.get(unit.code());
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
