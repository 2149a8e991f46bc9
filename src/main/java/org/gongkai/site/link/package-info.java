/**
 * The targets of typed paths: an entry, a file, an anchor in an entry, or a problem.
 *
 * <p>A typed path means one thing or is reported. The file of the typed name comes first; then the entry that
 * lacks an extension, leads a folder or has the address; then the one that previously had the address or the path;
 * then another case. The first of these with an answer counts, and two answers in it are an error. The index is
 * built when a link first names no file.
 *
 * <p>A wrong absolute address is worse than a relative one: each audience has the base URL that its item of the
 * settings says; only the first one inherits that of the site. Whatever has none gets relative links.
 */
package org.gongkai.site.link;
