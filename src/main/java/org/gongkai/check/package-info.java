/**
 * Checks of a site, assembled from the rules of the sub-packages. Input: entries, files and converted bodies. Output:
 * problems. Independent of rendering and of the command line.
 *
 * <p>Rules are small stateless classes or methods; each has a code that {@code explain/rules/*.yml} explains. No rule
 * knows whether it is enabled. Rules marked {@code 不可关} (secrecy, personal data, addresses) and errors that prevent
 * something from being read cannot be disabled, or content would be published or lost silently. Remarks in a source are
 * not prose, because readers do not see them; only secrecy and personal data are searched for in them, since whoever
 * has the repository has them. Both are also searched for in the text as readers see it, without references, emphasis,
 * tags and zero-width letters, in lines that contain such a thing.
 */
package org.gongkai.check;
