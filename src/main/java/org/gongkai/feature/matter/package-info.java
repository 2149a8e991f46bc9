/**
 * Matters: what several papers report step by step, such as the admission of a member, an election, or an opinion until
 * it is answered. In: the entries of a site, whose headers name matters; out: a page for each matter, and links to it
 * on the pages of its papers. Knows nothing of other features.
 */
package org.gongkai.feature.matter;
