/**
 * Answers to questions about a site that no page is made for: its entries by what is still to be done with them, for
 * those who write it, and its registers. Input: a source. Output: lists of entries, drafts and restricted ones too;
 * registers of one audience. Independent of pages.
 */
package org.gongkai.pipeline.listing;
