package org.gongkai.input.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Nearest;

/** Reads the audiences of a site. */
public final class AudienceReader {

    private static final List<String> SCOPES = List.of("社会", "全党", "本单位", "特定对象");

    private final DataFile file;
    private final BaseUrlReader addresses;

    public AudienceReader(DataFile file) {
        this.file = file;
        this.addresses = new BaseUrlReader(file);
    }

    /**
     * Returns the audiences in {@code site.yml}; if there are none, one that sees everything that a public site can
     * contain. The base URL of the site is that of the first audience; that of any other would lead readers to pages
     * that they must not see.
     */
    public List<Audience> read(FieldReader fields) {
        String address = addresses.read(fields);
        List<Audience> audiences = new ArrayList<>();
        Value value = fields.value("公开对象", "受众", "audiences").orElse(null);
        if (value instanceof Value.Items items) {
            for (Value item : items.items()) {
                audience(item, audiences.isEmpty() ? address : "")
                        .filter(audience -> hasOwnFolder(item, audience, audiences))
                        .filter(audience -> hasOwnAddress(item, audience, audiences))
                        .ifPresent(audiences::add);
            }
        } else if (value != null) {
            file.error(value, "E113", "公开对象应是一个列表", "每一项写名称、范围、目录");
        }
        if (audiences.isEmpty()) {
            return List.of(new Audience("本单位", List.of("社会", "全党", "本单位"), "", address));
        }
        Audience first = audiences.get(0);
        audiences.set(0, new Audience(first.name(), first.scopes(), "", first.baseUrl()));
        return audiences;
    }

    /** Returns true if the folder of an audience is unique. The first audience uses the requested folder. */
    private boolean hasOwnFolder(Value item, Audience audience, List<Audience> before) {
        String hint = "第二个起，每个公开对象写一个自己的目录";
        if (before.isEmpty()) {
            return true;
        }
        if (audience.folder().isEmpty()) {
            file.error(item, "E113", "公开对象“" + audience.name() + "”没有写目录", hint);
            return false;
        }
        for (Audience other : before.subList(1, before.size())) {
            if (other.folder().equals(audience.folder())) {
                file.error(item, "E113", "公开对象“" + audience.name() + "”与“" + other.name() + "”的目录相同", hint);
                return false;
            }
        }
        return true;
    }

    private boolean hasOwnAddress(Value item, Audience audience, List<Audience> before) {
        for (Audience other : before) {
            if (!audience.baseUrl().isEmpty() && audience.baseUrl().equalsIgnoreCase(other.baseUrl())) {
                file.error(
                        item,
                        "E113",
                        "公开对象“" + audience.name() + "”与“" + other.name() + "”的网址相同",
                        "每个公开对象各有一个网址；还没有的，不写网址");
                return false;
            }
        }
        return true;
    }

    /**
     * @param site the base URL of the site for the first audience, otherwise empty
     */
    private Optional<Audience> audience(Value item, String site) {
        if (!(item instanceof Value.Fields group)) {
            file.error(item, "E113", "公开对象的每一项应写名称、范围、目录", "例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}");
            return Optional.empty();
        }
        file.known(group, List.of("名称", "name", "范围", "scopes", "目录", "folder", "网址", "base-url"));
        FieldReader reader = new FieldReader(group);
        List<String> scopes = new ArrayList<>();
        for (Value.Text scope : reader.texts("范围", "scopes")) {
            if (SCOPES.contains(scope.text())) {
                scopes.add(scope.text());
            } else {
                file.error(scope, "E113", "没有“" + scope.text() + "”这个公开范围", Nearest.hint(scope.text(), SCOPES));
            }
        }
        if (scopes.contains("特定对象")) {
            file.error(group, "E114", "“特定对象”不能进入共用的站点", "请从范围里去掉“特定对象”");
            return Optional.empty();
        }
        String name = reader.text("名称", "name").orElse("本单位");
        if (name.equals("特定对象")) {
            file.error(group, "E114", "公开对象不能叫“特定对象”", "请换一个名称");
            return Optional.empty();
        }
        if (reader.texts("范围", "scopes").isEmpty()) {
            file.error(item, "E113", "公开对象“" + name + "”没有写范围", "例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}");
            return Optional.empty();
        }
        String folder = reader.text("目录", "folder").orElse("");
        if (!folder.isEmpty() && !DataFile.SLUG.matcher(folder).matches()) {
            file.error(reader.value("目录", "folder").orElseThrow(), "E113", "目录“" + folder + "”不合要求", "只用小写字母、数字和连字符");
            return Optional.empty();
        }
        if (SiteConfig.OF_STORES.contains(folder)) {
            file.error(reader.value("目录", "folder").orElseThrow(), "E113", "目录“" + folder + "”是发布时自用的", "请换一个，如 dang");
            return Optional.empty();
        }
        return Optional.of(new Audience(name, scopes, folder, address(group, name, site)));
    }

    private String address(Value.Fields group, String audience, String site) {
        String own = addresses.read(new FieldReader(group));
        if (!own.isEmpty() && !site.isEmpty() && !own.equalsIgnoreCase(site)) {
            file.error(
                    new FieldReader(group).value(BaseUrlReader.NAMES).orElseThrow(),
                    "E113",
                    "公开对象“" + audience + "”的网址“" + own + "”与站点的网址“" + site + "”不同",
                    "站点的网址就是第一个公开对象的网址，请只写一处");
        }
        return own.isEmpty() ? site : own;
    }
}
