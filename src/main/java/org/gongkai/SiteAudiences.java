package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.config.SiteConfig;
import org.gongkai.config.SiteConfigReader;
import org.gongkai.data.YamlReader;
import org.gongkai.site.Slugs;
import org.gongkai.source.TextDecoder;

/** Tells which audiences a site has, before it is built. Mistakes are left for the build to tell. */
public final class SiteAudiences {

    private SiteAudiences() {}

    /**
     * The folders of the audiences, as {@link BuiltSite#folder} names them; an empty name if there is one only.
     *
     * @throws IOException if the machine fails
     */
    public static List<String> folders(SiteSource site) throws IOException {
        if (site.isJBake()) {
            return List.of("");
        }
        TextDecoder decoder = new TextDecoder();
        SiteConfig config = new SiteConfigReader(new YamlReader(), problem -> {})
                .read(path -> bytes(site, path).flatMap(bytes -> decoder.decode(path, bytes, problem -> {})));
        Slugs slugs = new Slugs();
        return config.audiences().stream()
                .map(audience -> BuiltSite.folder(config, audience, slugs))
                .toList();
    }

    private static Optional<byte[]> bytes(SiteSource site, String path) {
        try {
            return site.bytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
