package org.gongkai.publish.sites;

import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Key;

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
        @Key(value = "代码 code", required = true, unique = true, matches = CODES, allowed = "字母、数字和连字符，最多 40 个，例如 ZB01")
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
