/**
 * The pages of a portal. Comes in: the tree of units, and entries in their order. Goes out: the address, the template
 * and the variables of each page. Knows no file.
 */
package org.gongkai.portal.page;
