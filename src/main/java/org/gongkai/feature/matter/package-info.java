/**
 * Matters: what several papers report step by step, such as the admission of a member, an election or an opinion until
 * it is answered. Comes in: the entries of a site, with the names of matters in their headers. Goes out: a page of each
 * matter, and links to it on the pages of its papers.
 */
package org.gongkai.feature.matter;
