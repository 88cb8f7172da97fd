het = Hetty Barrowclough | Mrs. Barrowclough; Mrs Barrowclough; Hetty; Barrowclough | F
vic = the vicar | Mr. Amory; Amory; vicar; Giles; Giles Amory; the Reverend Amory | M
dob = Constable Dobbs | Dobbs; the constable; Constable | M
ver = Verity Plum | Verity; Miss Plum; Plum | F
gri = Colonel Grice | Grice; the colonel; Colonel | M
gir = the girl on the cake stall | the girl; the cake girl; Poppy | F
hat = the woman in the purple hat | the purple hat; Mrs. Lane; Mrs Lane | F
sco = the smaller scout | the scout; the small scout | M
sco2 = the taller scout | the tall scout; taller scout | M
man = the man with the pram | the father; the young father | M
===
A Jumble of Evidence

It was Hetty Barrowclough who found the knife, and it was typical of her that she sold it.

<het a|‘Fifty pence,’> she had told the young man with the pram, thinking that he looked tired. He had given her a pound and hadn’t waited for the change. It wasn’t until she’d rinsed out her flask and was counting the float that she noticed what was on her fingers.

<het a|‘Vicar,’> she said, in rather a faint voice. <het +|‘Might I trouble you for a moment?’>

Mr Amory came out from behind the tombola. He was a long, stooping, hopeful man, and he’d had a trying afternoon.

<vic i|‘Is it the urn again?’>

<het i|‘It’s blood, I think.’>

<vic i|‘Oh, my dear. Have you cut yourself?’>

<het e|‘No,’> said Mrs Barrowclough. <het +|‘That’s what I’m trying to tell you.’>

They both looked at her hand. Around them the church hall was in full cry: the women of the parish were three deep at the woollens, and somebody’s toddler had got in among the china.

<hat a|‘Excuse me,’> said a woman in a purple hat, leaning between them. <hat +|‘Is this two pounds or twenty?’>

<vic i|‘I beg your pardon?’>

<hat i|‘This jug.’>

<het e|‘It’s two,’> Hetty said. <het +|‘It’s cracked.’>

<hat i|‘I can see that it’s cracked. I’ll give you one.’>

<het i|‘Done. Vicar, where’s Miss Plum?’>

He blinked at her. <vic i|‘Verity? She’s in the vestry, surely. She was going to look out the raffle tickets.’>

<het i|‘That was at two. It’s gone half past three.’>

<vic a|‘I did think,’> he admitted, <vic +|‘that she was being thorough.’>

*

The vestry door was locked. On the step outside it a pair of boy scouts were sharing a sausage roll with the gravity of bankers.

<het i|‘Has anybody been in there, boys?’>

<sco a|‘No, miss,’> said the smaller.

<sco2 a|‘Yes there has,’> said the taller. <sco2 +|‘The colonel went in. And he came out again. And then that man with the baby.’>

<sco i|‘That wasn’t in there. That was the toilet.’>

<sco2 i|‘It was not the toilet, it was in there, I saw him.’>

<sco i|‘You never.’>

<sco2 i|‘I did so.’>

<het e|‘Thank you,’> said Mrs Barrowclough, <het +|‘you’re both extremely observant. Go and ask the girl on the cake stall to give you a bun, and say that I’ll pay for it.’>

They went. The vicar was patting himself all over in search of his keys.

<vic i|‘I’m sure there’s a perfectly simple... ah. No. That’s the shed. Hetty, you don’t really think—’>

<het i|‘I don’t think anything. Try the brass one.’>

It was the brass one. It was dark inside, and smelled of mice and hymn books. Something on the floor said, quite distinctly, <ver i|‘Ow.’>

<vic i|‘Verity!’>

<ver e|‘Don’t put on the light,’> said Miss Plum from beneath a heap of surplices. <ver +|‘I’m not decent.’>

*

<dob e|‘So let me see if I’ve got this right,’> said Constable Dobbs, twenty minutes later. He licked his pencil. <dob +|‘You were tied up.’>

<ver i|‘With a bell rope.’>

<dob i|‘By a person unknown.’>

<ver i|‘By a person in a bag. He had a bag on his head. It was one of ours, it said Bring and Buy.’> Verity Plum was sixty-six, weighed about seven stone, and had once driven an ambulance in Aden; she had been given the vicar’s coat and a cup of sweet tea, and was having, Hetty suspected, a lovely time. <ver +|‘He took the cash box, and then he cut himself on the lid. I could have told him. Everyone cuts themselves on that lid. He used an extremely vulgar word.’>

<dob i|‘What word would that be, miss?’>

She told him. The pencil stopped.

<gri e|‘Good Lord,’> said Colonel Grice from the doorway.

<vic a|‘Colonel,’> said the vicar reproachfully. <vic +|‘This is a private—’>

<gri i|‘Heard there’d been a spot of bother. Thought I might be of use.’> He was pink, with a moustache, and had a large white handkerchief wrapped around his left thumb. He saw the four of them looking at it. <gri +|‘What? Oh, this. Deck chair.’>

<het e|‘Which deck chair?’> asked Hetty pleasantly.

<gri i|‘Eh? One of the... a striped one.’>

<het i|‘They’re all striped.’>

<dob e|‘If I might ask the questions, Mrs Barrowclough,’> said Dobbs. <dob +|‘Sir, could you account for your movements between two and half past three?’>

The colonel’s moustache seemed to grow. <gri i|‘I most certainly could. I don’t know that I will. I was on the white elephant. Ask anyone. Ask that child with the cakes.’>

So they asked her.

<gir a|‘He bought a lemon drizzle,’> said the girl on the cake stall. She was about fourteen and she chewed. <gir +|‘At, like, ten past two. And then he went off with it. And he came back with no cake and his thumb all bleeding and he goes, “Deck chair,” and I hadn’t even asked him.’>

<gri i|‘I ate it!’>

<gir a|‘All right,’> she said. <gir +|‘I’m not judging.’>

<vic i|‘Poppy, did you happen to notice a young man with a pram?’>

<gir i|‘What, him?’>

Everybody turned. He was standing in the main door with the rain behind him; the pram was dripping on the mat. He had the knife in one hand, held out in front of him by its very tip as if it were a fish.

<man a|‘I don’t want to make a fuss,’> said the young father. <man +|‘But I got this home, and I went to cut up a banana, and it’s got, um. It’s got blood on it. And it’s also got a name on it. It’s scratched on the handle, look. I thought maybe they would want it back.’>

Constable Dobbs took it from him in a paper napkin. He read it. He read it again, moving his lips, and he turned, not toward the colonel, who was already sitting down on a pile of *National Geographics*, but toward the tall stooped man at Hetty’s elbow.

<dob i|‘This says “G. Amory,” sir.’>

<vic a|‘Yes,’> said the vicar unhappily. <vic +|‘It would. I’ve had it since school.’>

<ver e|‘Giles, you never,’> breathed Miss Plum.

<vic i|‘I was going to give it back. I was going to put it all back, on Monday. It’s only... you’ve no idea what they want for the roof.’>

<hat a|‘Excuse me,’> said the woman in the purple hat. She’d got the jug in front of her in both hands. <hat +|‘I’ve changed my mind.’>
