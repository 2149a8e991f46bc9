package org.gongkai.pipeline.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.site.address.Slugs;

/** Determines the audiences of a site before it is built. Problems are ignored; the build reports them. */
public final class SiteAudiences {

    private SiteAudiences() {}

    /**
     * The folders of the audiences, as {@link BuiltSite#folder} names them; an empty name if there is one only.
     *
     * @throws IOException if the settings cannot be read
     */
    public static List<String> folders(SiteSource site) throws IOException {
        if (site.isJBake()) {
            return List.of("");
        }
        TextDecoder decoder = new TextDecoder();
        SiteConfig config = new SiteConfigReader(new YamlReader(), FeatureNames.NONE, problem -> {})
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
