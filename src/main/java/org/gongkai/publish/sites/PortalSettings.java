package org.gongkai.publish.sites;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.data.Key;

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
