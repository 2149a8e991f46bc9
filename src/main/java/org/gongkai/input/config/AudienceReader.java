package org.gongkai.input.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.GroupReader;
import org.gongkai.input.data.Value;

/** Reads the audiences of a site. */
public final class AudienceReader {

    private static final List<String> SCOPES = List.of("社会", "全党", "本单位", "特定对象");
    private static final String EXAMPLE = "例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}；第二个起，每个写一个自己的目录";

    private final DataFile file;

    public AudienceReader(DataFile file) {
        this.file = file;
    }

    /**
     * Returns the audiences in {@code site.yml}; if there are none, one that sees everything that a public site can
     * contain. The base URL of the site is that of the first audience; that of any other would lead readers to pages
     * that they must not see.
     */
    public List<Audience> read(FieldReader fields) {
        String address = baseUrl(fields);
        List<Value> items = fields.items("公开对象", "受众", "audiences");
        AtomicBoolean none = new AtomicBoolean(true);
        Map<String, Integer> folders = new HashMap<>();
        Map<String, Integer> urls = new HashMap<>();
        List<Audience> audiences = file.groups("“公开对象”", items, "E113", EXAMPLE, "名称", it -> {
            boolean isFirst = none.getAndSet(false);
            Audience audience = audience(it, isFirst ? address : "");
            if (isFirst) {
                // It uses the folder that is asked for.
                audience = new Audience(audience.name(), audience.scopes(), "", audience.baseUrl());
            } else {
                it.need("目录 folder");
            }
            it.distinct("目录 folder", audience.folder(), folders);
            it.distinct("网址 base-url", audience.baseUrl(), urls);
            return audience;
        });
        return audiences.isEmpty() ? List.of(new Audience("本单位", List.of("社会", "全党", "本单位"), "", address)) : audiences;
    }

    /**
     * @param site the base URL of the site for the first audience, otherwise empty
     */
    private Audience audience(GroupReader fields, String site) {
        String name = fields.text("名称 name").orElse("本单位");
        List<String> scopes = fields.words("范围 scopes", SCOPES);
        fields.need("范围 scopes");
        if (scopes.contains("特定对象") || name.equals("特定对象")) {
            fields.with("E114").refuse("", "“特定对象”不能进入共用的站点", "请从名称和范围里去掉“特定对象”");
        }
        String own = baseUrl(fields.with("E113"));
        if (!own.isEmpty() && !site.isEmpty() && !own.equalsIgnoreCase(site)) {
            String message = "公开对象“" + name + "”的网址“" + own + "”与站点的网址“" + site + "”不同";
            fields.error("网址 base-url", message, "站点的网址就是第一个公开对象的网址，请只写一处");
        }
        return new Audience(name, scopes, fields.slug("目录 folder", SiteConfig.OF_STORES), own.isEmpty() ? site : own);
    }

    /** Returns the base URL with a trailing {@code /}; empty if absent or invalid, where the latter is reported. */
    public String baseUrl(FieldReader fields) {
        String url = fields.text("网址", "base-url").orElse("");
        if (!url.isEmpty() && !url.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
            Value at = fields.value("网址", "base-url").orElseThrow();
            file.error(at, "E111", "网址“" + url + "”不是完整的网址", "请写成 http://主机名/ 这样的形式");
            return "";
        }
        return url.isEmpty() || url.endsWith("/") ? url : url + "/";
    }
}
