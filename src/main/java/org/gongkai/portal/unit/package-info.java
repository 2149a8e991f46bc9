/**
 * The units of a list as one tree, with what was collected of their sites for one audience. Comes in: the list and the
 * files of records. Goes out: immutable values. Knows no page.
 */
package org.gongkai.portal.unit;
