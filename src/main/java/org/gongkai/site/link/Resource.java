package org.gongkai.site.link;

import org.gongkai.input.source.SourceFile;

/**
 * A file that an entry names and that goes with it: an attachment or an image.
 *
 * @param file where it comes from
 * @param address where it goes to, from the root of the site
 */
public record Resource(SourceFile file, String address) {}
