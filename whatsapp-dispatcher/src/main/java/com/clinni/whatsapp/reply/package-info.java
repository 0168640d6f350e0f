/** Replies to people who wrote, in the pace of their line. */
package com.clinni.whatsapp.reply;
