package org.gongkai.publish;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.SharedSource;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/**
 * A list of sites:
 *
 * <pre>{@code
 * 共用: shared
 * 站点:
 *   - {名称: 机关第一支部, 代码: JG01, 来源: git/jg01.git, 发布到: sites/jg01, 上级: JG}
 *   - {名称: 机关党委, 代码: JG}
 * }</pre>
 *
 * @param shared the folder that all sites share
 * @param units the sites, and the units that only group others, in their order
 * @param portal the portal over them, if the list has one
 */
@Key.Group("例如 站点: [{名称: 第一支部, 代码: ZB01}]")
public record SiteList(
        @Key("共用 shared") Optional<Path> shared,
        @Key(value = "站点 sites", required = true) List<ListedSite> units,
        @Key("门户 portal") Optional<PortalSettings> portal) {

    /**
     * A list of 10,000 sites is twice as long as a header may be, and has three times as many values; this is ten times
     * more.
     */
    private static final int TIMES = 30;

    /**
     * Reads a list, in which paths are relative to its folder.
     *
     * @param problems accepts every problem; with an error the result is of no use
     */
    public static SiteList read(Path list, String text, Consumer<Problem> problems) {
        Path folder = list.toAbsolutePath().normalize().getParent();
        String name = list.getFileName().toString();
        Targets targets = new Targets();
        Map<String, BoundGroup> places = new HashMap<>();
        return new Binder(name, "E139", problems)
                .converting(Path.class, typed -> folder.resolve(typed).normalize())
                .then(Audience.class, Audience::checked)
                .then(ListedSite.class, (unit, group) -> {
                    unit.to().ifPresent(to -> targets.check(to, group));
                    if (unit.source().isPresent() != unit.to().isPresent()) {
                        group.error("", "“来源”和“发布到”要么都写，要么都不写（只是上级单位、没有网站的）", group.example());
                    }
                    places.putIfAbsent(unit.code(), group);
                    return unit;
                })
                .then(PortalSettings.class, (portal, group) -> {
                    targets.check(portal.to(), group);
                    return portal;
                })
                .then(SiteList.class, (all, group) -> all.checked(group, places))
                .group(SiteList.class, new YamlReader(TIMES).read(name, text, 1, problems))
                .orElse(new SiteList(Optional.empty(), List.of(), Optional.empty()));
    }

    /** The folders that sites are published to, none of which may lie in another. */
    private static final class Targets {

        private final Set<Path> folders = new HashSet<>();
        private final Set<Path> above = new HashSet<>();

        void check(Path target, BoundGroup group) {
            boolean isShared = !folders.add(target) || above.contains(target);
            for (Path folder = target.getParent(); folder != null; folder = folder.getParent()) {
                above.add(folder);
                isShared |= folders.contains(folder);
            }
            if (isShared) {
                String typed = group.fields().text("发布到").orElseThrow();
                group.error("发布到", "“发布到”的文件夹和别的站点重了，或者一个在另一个里面：" + typed, "每个站点写自己的文件夹");
            }
        }
    }

    private SiteList checked(BoundGroup group, Map<String, BoundGroup> places) {
        Map<String, ListedSite> byCode = units.stream()
                .collect(Collectors.toMap(ListedSite::code, unit -> unit, (a, b) -> b, LinkedHashMap::new));
        units.forEach(unit -> checkAbove(unit, byCode, places.get(unit.code())));
        String hint = "写一个文件夹，如 共用: shared，里面放 shared/" + SharedSource.FOLDERS.get(0) + " 等";
        shared.flatMap(SharedSource::fault)
                .ifPresent(fault -> group.error(
                        "共用", fault + "：" + group.fields().text("共用").orElseThrow(), hint));
        return this;
    }

    private static void checkAbove(ListedSite unit, Map<String, ListedSite> units, BoundGroup group) {
        Set<String> seen = new HashSet<>(Set.of(unit.code()));
        for (Optional<String> parent = unit.parent(); parent.isPresent(); ) {
            ListedSite above = units.get(parent.get());
            if (above == null) {
                group.error("上级", "没有代码是“" + parent.get() + "”的上级", Nearest.hint(parent.get(), units.keySet()));
                return;
            }
            if (!seen.add(above.code())) {
                group.error("上级", "“" + unit.name() + "”的上级绕回了它自己", "请把上级写成一棵树");
                return;
            }
            parent = above.parent();
        }
    }

    /** The sites, without units that only group others. */
    public List<ListedSite> sites() {
        return units.stream().filter(unit -> unit.source().isPresent()).toList();
    }

    public Optional<ListedSite> unit(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** Whether a unit is another one, or below it. */
    public boolean isWithin(ListedSite unit, String code) {
        return unit.code().equals(code)
                || unit.parent()
                        .flatMap(this::unit)
                        .filter(parent -> isWithin(parent, code))
                        .isPresent();
    }

    /**
     * A site of a list, or a unit that only groups others.
     *
     * @param name its name
     * @param code its code, unique in the list; also a folder name
     * @param source a folder with {@code content}, or a repository; empty if it is a unit without a site
     * @param to the folder that it is published to; present if it has a source
     * @param key the private key that signs its publications
     * @param publicKey the public key that must have signed them, for a portal
     * @param url the base URL under which readers of a portal find it, with a trailing {@code /}
     * @param parent the code of the unit above it
     */
    @Key.Group("每一项写：- {名称: 第一支部, 代码: ZB01, 来源: git/zb01.git, 发布到: sites/zb01}")
    public record ListedSite(
            @Key(value = "名称 name", required = true) String name,
            @Key(
                            value = "代码 code",
                            required = true,
                            unique = true,
                            matches = CODES,
                            allowed = "字母、数字和连字符，最多 40 个，例如 ZB01")
                    String code,
            @Key("来源 source") Optional<Path> source,
            @Key("发布到 to") Optional<Path> to,
            @Key("密钥 key") Optional<Path> key,
            @Key("公钥 public-key") Optional<Path> publicKey,
            @Key(value = SiteConfig.URL, by = "url", allowed = SiteConfig.URLS, code = "E111") Optional<String> url,
            @Key("上级 parent") Optional<String> parent) {

        private static final String CODES = "[A-Za-z0-9][A-Za-z0-9-]{0,39}";

        private static String url(String typed) {
            return SiteConfig.url(typed);
        }
    }

    /**
     * The portal over the sites of a list.
     *
     * @param name its name
     * @param to the folder that it is published to
     * @param key the private key that signs its publications
     * @param audiences its audiences, at least one; each sees what sites have published for it
     * @param url the base URL of the first audience; empty if unknown
     */
    @Key.Group("写成 门户: {名称: 示例市党务公开, 发布到: sites/portal}")
    public record PortalSettings(
            @Key(value = "名称 name", required = true) String name,
            @Key(value = "发布到 to", required = true) Path to,
            @Key("密钥 key") Optional<Path> key,
            @Key("公开对象 受众 audiences") List<Audience> audiences,
            @Key(value = SiteConfig.URL, by = "url", allowed = SiteConfig.URLS, code = "E111") String url) {

        public PortalSettings {
            audiences = audiences.isEmpty() ? List.of(Audience.everyone(url)) : List.copyOf(audiences);
        }

        private static String url(String typed) {
            return SiteConfig.url(typed);
        }
    }
}
