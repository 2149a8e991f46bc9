/**
 * Documents of a JBake project. Comes in: its files. Goes out: documents with the headers, dates and addresses that
 * JBake gives them, and the data that templates query. Knows no templates.
 */
package org.gongkai.feature.jbake.document;
