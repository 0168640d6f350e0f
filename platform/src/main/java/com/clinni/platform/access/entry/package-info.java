/**
 * The first look at a request, before anybody asks who sent it: is it for this service, is it one
 * request and no more, and did a page of another site make somebody's browser send it.
 */
@org.jspecify.annotations.NullMarked
package com.clinni.platform.access.entry;
