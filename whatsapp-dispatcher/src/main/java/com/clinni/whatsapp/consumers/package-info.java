/**
 * Whether this node's consumers go on: one that stands still while work piles up needs a restart.
 */
package com.clinni.whatsapp.consumers;
