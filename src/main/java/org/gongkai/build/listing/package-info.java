/**
 * The entries of a site by what is still to be done with them, for those who write it. Input: a source. Output: lists of
 * entries. Independent of audiences and pages: drafts and restricted entries are listed, too.
 */
package org.gongkai.build.listing;
