package org.gongkai.publish.sites;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.SiteConfig.Audience;

/**
 * The portal over the sites of a list.
 *
 * @param name its name
 * @param to the folder that it is published to
 * @param key the private key that signs its publications
 * @param audiences its audiences, at least one; each sees what sites have published for it
 */
public record PortalSettings(String name, Path to, Optional<Path> key, List<Audience> audiences) {

    public PortalSettings {
        audiences = List.copyOf(audiences);
    }
}
