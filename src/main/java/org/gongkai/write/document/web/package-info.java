/**
 * Reading web pages: WeChat articles, pages of government template sites, pages saved from Word. Comes in: an HTML
 * file. Goes out: the blocks of its article; what surrounds it is cut and named. Never asks another host.
 */
package org.gongkai.write.document.web;
