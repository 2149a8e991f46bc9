package org.gongkai.site.link;

import org.gongkai.input.source.SourceFile;

/**
 * A file that an entry names and that is published with it: an attachment or an image.
 *
 * @param file its source
 * @param address its address, from the root of the site
 */
public record Resource(SourceFile file, String address) {}
